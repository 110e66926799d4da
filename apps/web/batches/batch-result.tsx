import { Alert, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { type LeftOut, type Outcome } from './outcome.ts';

const COLUMNS: TableColumnsType<LeftOut> = [
  { title: '目标', key: 'name', render: (_, { id, name }) => <Link to={`/targets/${id}`}>{name}</Link> },
  { title: '为什么没有办理', dataIndex: 'why' },
];

interface BatchResultProps {
  /** 同意, 批复. */
  verb: string;
  outcome: Outcome;
}

/** What was done, and a list of what was not and why. */
export function BatchResult({ verb, outcome: { done, left } }: BatchResultProps) {
  return (
    <>
      <Alert
        type={left.length === 0 ? 'success' : 'warning'}
        title={`已${verb} ${String(done)} 个${left.length === 0 ? '。' : `，另有 ${String(left.length)} 个没有办理：`}`}
        style={{ marginBottom: 12 }}
      />
      {left.length > 0 && (
        <Table
          size="small"
          rowKey="id"
          columns={COLUMNS}
          dataSource={left}
          pagination={false}
          scroll={{ y: 360 }}
        />
      )}
    </>
  );
}
