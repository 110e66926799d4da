import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { publicDepartments, publicTargets, type PublishedItem } from '../api/index.ts';
import { grouped, KIND_TERMS } from '../words/index.ts';
import { filterIn } from './address.ts';
import { Search } from './search.tsx';
import { Asked } from './asked.tsx';

/** Everything that has been published, by department and year. */
export function Disclosures() {
  const [parameters] = useSearchParams();
  const filter = filterIn(parameters);
  const departments = useQuery({ queryKey: ['public', 'departments'], queryFn: publicDepartments });
  const query = useInfiniteQuery({
    queryKey: ['public', filter],
    queryFn: ({ pageParam }) => publicTargets(filter, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  useEffect(() => {
    document.title = '预算绩效目标公开';
  }, []);
  return (
    <>
      <h1>预算绩效目标公开</h1>
      <Search key={parameters.toString()} departments={departments.data ?? []} filter={filter} />
      <Asked query={query}>
        {({ pages }) => (
          <>
            <p role="status" className="quiet">
              共 {pages[0]?.total ?? 0} 个绩效目标
            </p>
            <Listed items={pages.flatMap(({ items }) => items)} />
            {query.hasNextPage && (
              <button
                type="button"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                继续列出
              </button>
            )}
          </>
        )}
      </Asked>
    </>
  );
}

function Listed({ items }: { items: readonly PublishedItem[] }) {
  if (items.length === 0) return <p>没有符合条件的绩效目标，可以减少条件再查。</p>;
  return (
    <table className="cards">
      <caption className="sr-only">已公开的绩效目标</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">单位</th>
          <th scope="col">年度</th>
          <th scope="col">类型</th>
          <th scope="col" className="right">
            批复金额（万元）
          </th>
          <th scope="col">公开日期</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, unit, fiscalYear, kind, amount, disclosedOn }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/public/${id}`}>{name ?? `${unit.name}${KIND_TERMS[kind]}`}</Link>
            </th>
            <td data-label="单位">{unit.name}</td>
            <td data-label="年度">{fiscalYear}</td>
            <td data-label="类型">{KIND_TERMS[kind]}</td>
            <td data-label="批复金额（万元）" className="right">
              {grouped(amount)}
            </td>
            <td data-label="公开日期">{disclosedOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
