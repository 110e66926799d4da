import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { daysBetween, grouped } from '../words/index.ts';
import { type Step } from './steps.ts';

/** The figures of the picture beside it. */
export function StepTable({
  steps,
  campaign,
  today,
}: {
  steps: readonly Step[];
  campaign: string;
  today: string;
}) {
  const columns: TableColumnsType<Step> = [
    {
      title: '环节',
      key: 'label',
      render: (_, { label, state }) => (
        <Link to={`/targets?campaign=${campaign}&state=${state}`}>{label}</Link>
      ),
    },
    { title: '个数', dataIndex: 'count', align: 'right', width: 64 },
    {
      title: '金额（万元）',
      key: 'amount',
      align: 'right',
      width: 112,
      render: (_, { amount }) => grouped(amount),
    },
    {
      title: '最久（天）',
      key: 'since',
      align: 'right',
      width: 88,
      render: (_, { since }) => (since === undefined ? '' : daysBetween(since.slice(0, 10), today)),
    },
  ];
  return <Table size="small" rowKey="key" columns={columns} dataSource={steps} pagination={false} />;
}
