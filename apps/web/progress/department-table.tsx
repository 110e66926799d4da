import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { exportProgress, type DepartmentProgress } from '../api/index.ts';
import { ExportButton } from '../tables/index.ts';
import { daysBetween, grouped } from '../words/index.ts';
import { notYet } from './questions.ts';
import { Shares } from './shares.tsx';

interface DepartmentTableProps {
  departments: readonly DepartmentProgress[];
  campaign: { id: string; name: string };
  today: string;
}

/** By department; a click opens its own figures. */
export function DepartmentTable({ departments, campaign, today }: DepartmentTableProps) {
  return (
    <section className="departments">
      <div className="departments-head">
        <h2>各部门</h2>
        <ExportButton name={`${campaign.name}进度 ${today}`} read={() => exportProgress(campaign.id)} />
      </div>
      <Table
        size="small"
        rowKey={({ department }) => department.code}
        columns={columnsFor(campaign.id, today)}
        dataSource={departments}
        pagination={false}
        scroll={{ x: 820 }}
      />
    </section>
  );
}

const waitingDays = ({ waiting }: DepartmentProgress, today: string): number | null =>
  waiting.since === undefined ? null : daysBetween(waiting.since.slice(0, 10), today);

function columnsFor(campaign: string, today: string): TableColumnsType<DepartmentProgress> {
  const targets = (code: string, state?: string): string =>
    `/targets?campaign=${campaign}&department=${code}${state === undefined ? '' : `&state=${state}`}`;
  return [
    {
      title: '部门',
      key: 'name',
      fixed: 'left',
      width: 200,
      render: (_, { department: { code, name } }) => (
        <Link to={`/progress/departments/${code}?campaign=${campaign}`}>{name}</Link>
      ),
    },
    {
      title: '目标',
      key: 'targets',
      align: 'right',
      width: 64,
      sorter: (a, b) => a.targets - b.targets,
      render: (_, { department: { code }, targets: count }) => <Link to={targets(code)}>{count}</Link>,
    },
    {
      title: '金额（万元）',
      key: 'amount',
      align: 'right',
      width: 112,
      sorter: (a, b) => Number(a.amount) - Number(b.amount),
      render: (_, { amount }) => grouped(amount),
    },
    { title: '送审', key: 'onTime', width: 240, render: (_, one) => <Shares {...one} open={notYet(one)} /> },
    { title: '按时率', key: 'rate', align: 'right', width: 76, render: (_, { rate }) => percent(rate) },
    {
      title: '待修改',
      key: 'returned',
      align: 'right',
      width: 76,
      sorter: (a, b) => a.returned - b.returned,
      render: (_, { department: { code }, returned }) =>
        returned === 0 ? 0 : <Link to={targets(code, 'returned')}>{returned}</Link>,
    },
    {
      title: '退回次数',
      dataIndex: 'returns',
      align: 'right',
      width: 88,
      sorter: (a, b) => a.returns - b.returns,
    },
    {
      title: '待审核',
      key: 'waiting',
      align: 'right',
      width: 76,
      sorter: (a, b) => a.waiting.count - b.waiting.count,
      render: (_, { department: { code }, waiting: { count } }) =>
        count === 0 ? 0 : <Link to={targets(code, 'in-review')}>{count}</Link>,
    },
    {
      title: '最久（天）',
      key: 'since',
      align: 'right',
      width: 88,
      sorter: (a, b) => (waitingDays(a, today) ?? -1) - (waitingDays(b, today) ?? -1),
      render: (_, one) => waitingDays(one, today),
    },
  ];
}

/** 0.95 → 95%. */
const percent = (rate: string | undefined): string =>
  rate === undefined ? '' : `${String(Math.round(Number(rate) * 100))}%`;
