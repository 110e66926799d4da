import { Alert, AutoComplete, Form, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Grade } from '#domain';
import { useReturnFocus } from '../actions/index.ts';
import { agreeToAll, sentenceOf, type TargetItem } from '../api/index.ts';
import { BatchResult, outcomeOf, type Outcome } from '../batches/index.ts';
import { grouped } from '../words/index.ts';
import { usePhrases } from './use-phrases.ts';

const columnsOf = (hasDraft: (id: string) => boolean): TableColumnsType<TargetItem> => [
  {
    title: '名称',
    key: 'name',
    render: (_, { id, name }) => (
      <>
        {name ?? '（未填名称）'}
        {hasDraft(id) && <div className="small muted">有未提交的意见，批量同意后不再保留</div>}
      </>
    ),
  },
  { title: '单位', key: 'unit', width: 184, responsive: ['md'], render: (_, { unit }) => unit.name },
  {
    title: '金额（万元）',
    key: 'amount',
    width: 104,
    align: 'right',
    render: (_, { amount }) => grouped(amount),
  },
  {
    title: '报送',
    key: 'round',
    width: 72,
    responsive: ['md'],
    render: (_, { round }) => `第 ${String(round)} 次`,
  },
];
/** 优 and 良 agree; 中 and 差 are given one by one (财预〔2015〕88号). */
const AGREEING: readonly Grade[] = ['优', '良'];

interface Entered {
  comment: string;
  grade?: Grade;
}

interface BatchDialogProps {
  items: readonly TargetItem[];
  hasDraft: (id: string) => boolean;
  /** For each that was agreed to. */
  onGiven: (id: string) => void;
  onClose: () => void;
}

/** One phrase for those that are ticked. Each is an opinion of its own; those with errors are left out and said. */
export function BatchDialog({ items, hasDraft, onGiven, onClose }: BatchDialogProps) {
  useReturnFocus();
  const [form] = Form.useForm<Entered>();
  const queries = useQueryClient();
  const phrases = usePhrases()('approve');
  const [ids, setIds] = useState<readonly React.Key[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const close = (): void => {
    onClose();
    if (outcome) void queries.invalidateQueries();
  };
  const send = async ({ comment, grade }: Entered): Promise<void> => {
    const chosen = items.filter(({ id }) => ids.includes(id));
    setPending(true);
    setProblem(null);
    try {
      const reply = await agreeToAll({
        targets: chosen.map(({ id, revision }) => ({ id, revision })),
        decision: 'approve',
        comment: comment.trim(),
        ...(grade && { grade }),
      });
      setOutcome(outcomeOf(reply, chosen));
      for (const { id, outcome: became } of reply.items) if (became === 'done') onGiven(id);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setPending(false);
    }
  };
  const submit = outcome
    ? { okText: '完成', onOk: close, cancelButtonProps: { style: { display: 'none' } } }
    : {
        okText: ids.length === 0 ? '同意' : `同意 ${String(ids.length)} 个`,
        onOk: form.submit,
        okButtonProps: { disabled: ids.length === 0 },
      };
  return (
    <Modal
      open
      title="批量同意"
      width={760}
      mask={{ closable: false }}
      confirmLoading={isPending}
      onCancel={close}
      {...submit}
    >
      {outcome ? (
        <BatchResult verb="同意" outcome={outcome} />
      ) : (
        <>
          <p className="muted">每个目标各记一条意见；预审有错误、已被他人办理的不办，会列出原因。</p>
          <Table
            size="small"
            rowKey="id"
            columns={columnsOf(hasDraft)}
            dataSource={items}
            pagination={false}
            scroll={{ y: 300 }}
            rowSelection={{ selectedRowKeys: [...ids], onChange: setIds }}
          />
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            style={{ marginTop: 12 }}
            initialValues={{ comment: phrases.find(({ isOwn }) => !isOwn)?.text }}
            onFinish={(entered) => void send(entered)}
          >
            <Form.Item
              name="comment"
              label="审核意见"
              rules={[{ required: true, whitespace: true, message: '请填写审核意见' }]}
            >
              <AutoComplete options={phrases.map(({ text }) => ({ value: text }))} maxLength={2000} />
            </Form.Item>
            <Form.Item name="grade" label="等级（可不填）">
              <Select
                allowClear
                style={{ width: 120 }}
                options={AGREEING.map((value) => ({ value, label: value }))}
              />
            </Form.Item>
          </Form>
          {problem !== null && <Alert type="error" title={problem} />}
        </>
      )}
    </Modal>
  );
}
