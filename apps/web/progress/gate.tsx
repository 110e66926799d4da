import { Table, type TableColumnsType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type CampaignView } from '#contracts';
import { exportGate, readGate, type BudgetGate, type Share } from '../api/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { ExportButton, More } from '../tables/index.ts';
import { dayOf, grouped } from '../words/index.ts';

type Blocked = BudgetGate['items'][number];

const COLUMNS: TableColumnsType<Blocked> = [
  {
    title: '目标',
    key: 'name',
    render: (_, { target: { id, name, unit } }) => (
      <>
        <Link to={`/targets/${id}`}>{name ?? '（未填名称）'}</Link>
        <div className="small muted narrow-only">{unit.name}</div>
      </>
    ),
  },
  {
    title: '部门',
    key: 'department',
    width: 180,
    responsive: ['xl'],
    render: (_, { target }) => target.department.name,
  },
  { title: '单位', key: 'unit', width: 200, responsive: ['xl'], render: (_, { target }) => target.unit.name },
  {
    title: '金额（万元）',
    key: 'amount',
    align: 'right',
    width: 104,
    render: (_, { target }) => grouped(target.amount),
  },
  { title: '为什么不能安排', dataIndex: 'reason', className: 'gate-reason' },
];

/** 没有审核通过的目标，不得安排预算 (预算法实施条例 and 财预〔2015〕88号): what that stops today. */
export function Gate({ campaign: { id, name } }: { campaign: CampaignView }) {
  const query = useInfiniteQuery({
    queryKey: ['gate', id],
    queryFn: ({ pageParam }) => readGate(id, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => {
        const [first] = pages;
        if (!first) return null;
        return (
          <>
            <div className="gate-head">
              <p className="gate-sum">
                审核通过、可以安排预算 <Sum of={first.passed} />
                ；还不能安排 <Sum of={first.blocked} />。
              </p>
              <ExportButton name={`${name}预算安排条件 ${dayOf(new Date())}`} read={() => exportGate(id)} />
            </div>
            <Table
              size="small"
              rowKey={({ target }) => target.id}
              columns={COLUMNS}
              dataSource={pages.flatMap(({ items }) => items)}
              pagination={false}
              locale={{
                emptyText: <Nothing title="没有被挡住的目标">本批次的目标都已审核通过。</Nothing>,
              }}
            />
            <More query={query} listed={pages.flatMap(({ items }) => items).length} />
          </>
        );
      }}
    </Loaded>
  );
}

function Sum({ of: { count, amount } }: { of: Share }) {
  return (
    <b>
      {count} 个、{grouped(amount)} 万元
    </b>
  );
}
