import { Alert, Input, Modal, Progress, Table, type TableColumnsType } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { sentenceOf } from '../../api/index.ts';
import { type Register } from './register.ts';
import { readSheet, type ImportSheet, type SheetRow } from './sheet.ts';

interface ImportDialogProps {
  title: string;
  sheet: ImportSheet;
  register: Register;
  /** One row as a request. */
  send: (cells: readonly string[]) => Promise<unknown>;
  onClose: () => void;
}

/** A row that the server took, or why it did not. */
type Sent = ReadonlyMap<number, true | string>;

/** Rows pasted from Excel, checked cell by cell before anything is sent; what was refused stays with its reason. */
export function ImportDialog({ title, sheet, register, send: sendRow, onClose }: ImportDialogProps) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  // What is registered meanwhile by this very import must not count as taken.
  const [before] = useState(register);
  const rows = useMemo(
    () => (text.trim() === '' ? [] : readSheet(text, sheet, before)),
    [text, sheet, before],
  );
  const [sent, setSent] = useState<Sent>(new Map());
  const [isSending, setSending] = useState(false);
  const faulty = rows.filter(({ faults }) => faults.size > 0).length;
  const open = rows.filter(({ number }) => sent.get(number) !== true);
  const send = async (): Promise<void> => {
    setSending(true);
    for (const { number, cells } of open) {
      const result = await sendRow(cells).then(
        () => true as const,
        (error: unknown) => sentenceOf(error),
      );
      setSent((now) => new Map(now).set(number, result));
    }
    setSending(false);
    await queries.invalidateQueries();
  };
  const isDone = rows.length > 0 && open.length === 0;
  return (
    <Modal
      open
      title={title}
      width={860}
      mask={{ closable: false }}
      confirmLoading={isSending}
      okText={isDone ? '完成' : `登记 ${String(open.length)} 行`}
      okButtonProps={{ disabled: rows.length === 0 || faulty > 0 }}
      onOk={isDone ? onClose : () => void send()}
      onCancel={onClose}
    >
      <p className="muted">{sheet.about}</p>
      <Input.TextArea
        aria-label="从 Excel 复制的内容"
        placeholder="在 Excel 或 WPS 中选中这些列，复制后粘贴到这里"
        value={text}
        disabled={isSending || sent.size > 0}
        onChange={({ target: { value } }) => setText(value)}
        autoSize={{ minRows: 3, maxRows: 6 }}
        style={{ marginBottom: 12 }}
      />
      {sent.size > 0 && <Progress percent={Math.round(((rows.length - open.length) / rows.length) * 100)} />}
      <Verdict rows={rows} faulty={faulty} sent={sent} />
      {rows.length > 0 && (
        <Table
          size="small"
          rowKey="number"
          columns={columnsFor(sheet, sent)}
          dataSource={rows}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 700, y: 320 }}
        />
      )}
    </Modal>
  );
}

function Verdict({ rows, faulty, sent }: { rows: readonly SheetRow[]; faulty: number; sent: Sent }) {
  const refused = [...sent.values()].filter((result) => result !== true).length;
  const style = { marginBottom: 12 };
  if (refused > 0)
    return (
      <Alert
        type="error"
        style={style}
        title={`有 ${String(refused)} 行没有登记，原因在行末；其余已登记，再按一次只登记剩下的。`}
      />
    );
  if (sent.size > 0) return null;
  if (faulty > 0)
    return (
      <Alert
        type="error"
        style={style}
        title={`${String(rows.length)} 行中有 ${String(faulty)} 行要改，请在 Excel 中改正后重新粘贴。`}
      />
    );
  return rows.length > 0 ? (
    <Alert type="success" style={style} title={`${String(rows.length)} 行都可以登记。`} />
  ) : null;
}

const columnsFor = ({ columns }: ImportSheet, sent: Sent): TableColumnsType<SheetRow> => [
  { title: '行', dataIndex: 'number', width: 48, align: 'right' },
  ...columns.map(({ label }, column) => ({
    title: label,
    key: label,
    render: (_: unknown, { cells, faults }: SheetRow) => (
      <>
        {cells[column]}
        {faults.has(column) && <div className="small bad-cell">{faults.get(column)}</div>}
      </>
    ),
  })),
  {
    title: '结果',
    key: 'sent',
    width: 168,
    render: (_, { number }) => {
      const result = sent.get(number);
      return result === true ? '已登记' : <span className="bad-cell">{result}</span>;
    },
  },
];
