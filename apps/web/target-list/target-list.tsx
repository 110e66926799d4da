import { Button, Table, type TableColumnsType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { exportTargets, listTargets, type TargetItem } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { useCampaignOfPage } from '../campaign/index.ts';
import { seesForms } from '../frame/index.ts';
import { Loaded, NoRight, Nothing } from '../states/index.ts';
import { ExportButton } from '../tables/index.ts';
import { StateWord } from '../target-state/index.ts';
import { dayOf, grouped, KIND_TERMS, minuteOf } from '../words/index.ts';
import { Filters } from './filters.tsx';
import { FoundIndicators } from './found-indicators.tsx';
import { filterIn } from './filter-address.ts';
import './target-list.css';

/** What a screen has no room for beside a name that can be read is left out: at 150 % an office's has 911 pixels. */
const COLUMNS: TableColumnsType<TargetItem> = [
  {
    title: '名称',
    key: 'name',
    render: (_, { id, name, unit }) => (
      <>
        <Link to={`/targets/${id}`}>{name ?? '（未填名称）'}</Link>
        <div className="narrow-only small muted">{unit.name}</div>
      </>
    ),
  },
  { title: '单位', key: 'unit', width: 216, responsive: ['xl'], render: (_, { unit }) => unit.name },
  { title: '表种', key: 'kind', width: 132, responsive: ['lg'], render: (_, { kind }) => KIND_TERMS[kind] },
  {
    title: '金额（万元）',
    key: 'amount',
    width: 104,
    align: 'right',
    render: (_, { amount }) => <span className="amount">{grouped(amount)}</span>,
  },
  {
    title: '状态',
    key: 'state',
    className: 'target-state',
    render: (_, target) => <StateWord target={target} />,
  },
  {
    title: '结果',
    key: 'grade',
    responsive: ['md'],
    width: 88,
    render: (_, { evaluation }) => (evaluation ? `${evaluation.grade} ${evaluation.total}` : ''),
  },
  {
    title: '最近变动',
    key: 'updated',
    responsive: ['xl'],
    width: 136,
    render: (_, { updatedAt }) => <span className="muted small">{minuteOf(updatedAt)}</span>,
  },
];

/** 目标清单: everything the person may see, filtered by what stands in the address, paged by the server. */
export function TargetListPage() {
  const { me } = useSession();
  if (!seesForms(me.roles)) return <NoRight what="目标清单供填报、审核、审计等岗位查看" />;
  return <TargetList />;
}

function TargetList() {
  const [parameters] = useSearchParams();
  const campaign = useCampaignOfPage() ?? undefined;
  const filter = useMemo(() => ({ ...filterIn(parameters), campaign }), [parameters, campaign]);
  const query = useInfiniteQuery({
    queryKey: ['targets', filter],
    queryFn: ({ pageParam }) => listTargets(filter, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <div className="page-head">
        <h1>目标清单</h1>
        <span className="muted">{query.data && `共 ${String(query.data.pages[0]?.total ?? 0)} 个`}</span>
        <span className="page-do">
          <ExportButton name={`绩效目标清单 ${dayOf(new Date())}`} read={() => exportTargets(filter)} />
        </span>
      </div>
      <Filters />
      {filter.q !== undefined && <FoundIndicators q={filter.q} />}
      <Loaded query={query} lines={10}>
        {({ pages }) => (
          <Listed
            items={pages.flatMap((page) => page.items)}
            more={query.hasNextPage ? () => void query.fetchNextPage() : null}
            isFetching={query.isFetchingNextPage}
          />
        )}
      </Loaded>
    </>
  );
}

interface ListedProps {
  items: readonly TargetItem[];
  /** Fetches the next page; null on the last. */
  more: (() => void) | null;
  isFetching: boolean;
}

function Listed({ items, more, isFetching }: ListedProps) {
  return (
    <>
      <Table
        className="target-table"
        size="small"
        rowKey="id"
        columns={COLUMNS}
        dataSource={items}
        pagination={false}
        locale={{ emptyText: <Nothing title="没有符合条件的目标">可以减少条件，或换一个词查找。</Nothing> }}
      />
      {more && (
        <div className="list-more">
          <Button loading={isFetching} onClick={more}>
            再列 50 个（已列 {items.length} 个）
          </Button>
        </div>
      )}
    </>
  );
}
