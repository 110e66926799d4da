import { type TableColumnsType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { seatOf } from '#domain';
import { readResponsibility, type Approval } from '../api/index.ts';
import { Nothing } from '../states/index.ts';
import { PagedTable } from '../tables/index.ts';
import { StateWord } from '../target-state/index.ts';
import { grouped, minuteOf } from '../words/index.ts';

const COLUMNS: TableColumnsType<Approval> = [
  { title: '时间', key: 'time', width: 136, render: (_, { time }) => minuteOf(time) },
  {
    title: '目标',
    key: 'target',
    render: (_, { target: { id, name, unit } }) => (
      <>
        <Link to={`/targets/${id}`}>{name ?? '（未填名称）'}</Link>
        <div className="small muted">{unit.name}</div>
      </>
    ),
  },
  {
    title: '办理',
    key: 'label',
    render: (_, { label, onBehalfOf, comment, organisation, post }) => (
      <>
        {label}
        {onBehalfOf !== undefined && `（代 ${onBehalfOf}）`}
        <div className="small muted">{seatOf({ organisation, post })}</div>
        {comment !== undefined && <div className="small">{comment}</div>}
      </>
    ),
  },
  {
    title: '金额（万元）',
    key: 'amount',
    width: 104,
    align: 'right',
    render: (_, { target }) => grouped(target.grant?.amount ?? target.amount),
  },
  { title: '现在', key: 'state', width: 176, render: (_, { target }) => <StateWord target={target} /> },
  {
    title: '结果',
    key: 'grade',
    width: 88,
    render: (_, { target: { evaluation } }) => evaluation && `${evaluation.grade} ${evaluation.total}`,
  },
];

/** 责任: everything one person approved, and what became of it. For 审计, 财政局领导 and the person. */
export function ResponsibilityPage() {
  const { user = '' } = useParams();
  const query = useInfiniteQuery({
    queryKey: ['responsibility', user],
    queryFn: ({ pageParam }) => readResponsibility(user, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const first = query.data?.pages[0];
  return (
    <>
      <div className="page-head">
        <h1>{first ? `${first.person.name}同意的目标` : '同意的目标'}</h1>
        <span className="muted">{first && `${first.person.post}，共 ${String(first.total)} 次`}</span>
      </div>
      <PagedTable
        query={query}
        rowKey={({ target, revision }) => `${target.id} ${String(revision)}`}
        columns={COLUMNS}
        scroll={{ x: 760 }}
        empty={<Nothing title="没有同意过的目标">同意或批复后会列在这里。</Nothing>}
      />
    </>
  );
}
