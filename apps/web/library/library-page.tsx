import { Input, Select, type TableColumnsType } from 'antd';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { type FormKind } from '#form';
import { listIndicators, type IndicatorItem } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { seesForms } from '../frame/index.ts';
import { NoRight, Nothing } from '../states/index.ts';
import { PagedTable } from '../tables/index.ts';
import { KIND_TERMS, spreadText } from '../words/index.ts';
import { medianPlace, type Spread } from './spread.ts';
import { useSettled } from './use-settled.ts';
import './library.css';

const PAUSE_MS = 400;
const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];

const COLUMNS: TableColumnsType<IndicatorItem> = [
  {
    title: '指标',
    key: 'name',
    render: (_, { name, level1, level2, unit }) => (
      <>
        <Link to={`/targets?q=${encodeURIComponent(name)}`}>{name}</Link>
        <div className="narrow-only small muted">{[level2 ?? level1, unit].filter(Boolean).join('，')}</div>
      </>
    ),
  },
  { title: '一级指标', dataIndex: 'level1', width: 96, responsive: ['xl'] },
  { title: '二级指标', dataIndex: 'level2', width: 140, responsive: ['xl'] },
  { title: '计量单位', dataIndex: 'unit', width: 84, responsive: ['xl'] },
  {
    title: '指标值的分布',
    key: 'spread',
    className: 'library-spread',
    render: (_, { spread, values }) => (spread ? <Range of={spread} /> : values.slice(0, 2).join('；')),
  },
  {
    title: '常见写法',
    key: 'values',
    width: 150,
    responsive: ['lg'],
    render: (_, { values }) => values.slice(0, 3).join('；'),
  },
  { title: '目标', dataIndex: 'uses', align: 'right', width: 64, responsive: ['md'] },
  { title: '单位', dataIndex: 'units', align: 'right', width: 64, responsive: ['md'] },
  {
    title: '年度',
    key: 'years',
    width: 104,
    responsive: ['lg'],
    render: (_, { years }) => <span className="small muted">{years.join('、')}</span>,
  },
];

/** 指标库: every indicator in use, with how widely and with which values. */
export function LibraryPage() {
  const { me } = useSession();
  if (!seesForms(me.roles)) return <NoRight what="指标库供填报、审核、审计等岗位查看" />;
  return <Library />;
}

function Library() {
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const kind = KINDS.find((one) => one === parameters.get('kind'));
  const set = (name: string, value: string | undefined): void =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const query = useInfiniteQuery({
    queryKey: ['indicators', q, kind],
    queryFn: ({ pageParam }) => listIndicators({ q, kind }, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>指标库</h1>
        <span className="muted" role="status">
          {query.data && `共 ${String(query.data.pages[0]?.total ?? 0)} 个指标`}
        </span>
      </div>
      <div className="library-filters" role="search">
        <SearchText q={q} onSettled={(text) => set('q', text)} />
        <Select
          allowClear
          aria-label="表种"
          placeholder="全部表种"
          value={kind}
          onChange={(value: FormKind | undefined) => set('kind', value)}
          options={KINDS.map((value) => ({ value, label: KIND_TERMS[value] }))}
          style={{ width: 168 }}
        />
      </div>
      <PagedTable
        query={query}
        className={query.isPlaceholderData ? 'is-stale' : ''}
        rowKey={({ name, level1, level2, unit }) => [level1, level2, name, unit].join('/')}
        columns={COLUMNS}
        empty={<Nothing title="没有这样的指标">可以换一个词，或减少条件。</Nothing>}
      />
    </>
  );
}

/** What is typed reaches the address after a pause. */
function SearchText({ q, onSettled }: { q: string; onSettled: (text: string) => void }) {
  const [text, setText] = useSettled(q, PAUSE_MS, onSettled);
  return (
    <Input
      allowClear
      className="library-text"
      aria-label="指标名称"
      placeholder="指标名称，如：满意度"
      maxLength={200}
      value={text}
      onChange={({ target: { value } }) => setText(value)}
    />
  );
}

/** A line from the least to the greatest value with the median on it; the same in words below. */
function Range({ of: spread }: { of: Spread }) {
  const place = medianPlace(spread);
  return (
    <span className="range">
      {place !== null && (
        <span className="range-line" aria-hidden>
          <i style={{ left: `${String(place)}%` }} />
        </span>
      )}
      <span className="small">{spreadText(spread)}</span>
    </span>
  );
}
