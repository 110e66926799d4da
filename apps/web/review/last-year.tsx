import { useQuery } from '@tanstack/react-query';
import { type LastYearView, type TargetView } from '#contracts';
import { amountOf } from '#domain/target';
import { type Form } from '#form';
import { readLastYear } from '../api/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { grouped, targetText } from '../words/index.ts';

type Item = NonNullable<LastYearView['item']>;

/** 与上年对比: what the unit set out to do a year before and what came of it, beside this year's form. */
export function LastYear({ target: { id, form } }: { target: TargetView }) {
  const query = useQuery({ queryKey: ['last-year', id], queryFn: () => readLastYear(id) });
  return (
    <Loaded query={query}>
      {({ item }) =>
        item ? (
          <Compared form={form} item={item} />
        ) : (
          <Nothing title="没有上年的申报表">上年没有同名的目标，或者您无权查看。</Nothing>
        )
      }
    </Loaded>
  );
}

function Compared({ form, item }: { form: Form; item: Item }) {
  const before = item.form.indicators ?? [];
  const now = form.indicators ?? [];
  const names = [...new Set([...now, ...before].flatMap(({ name }) => name ?? []))];
  const evaluated = item.evaluation?.indicators ?? [];
  return (
    <div className="panel paper-scroll" role="region" aria-label="与上年对比" tabIndex={0}>
      <p>
        {item.fiscalYear}年度申请 {grouped(amountOf(item.form)) || '—'} 万元
        {item.grant && `，批复 ${grouped(item.grant.amount)} 万元`}
        {item.evaluation && `，评价 ${item.evaluation.total} 分（${item.evaluation.grade}）`}；本年申请{' '}
        {grouped(amountOf(form)) || '—'} 万元。
      </p>
      <table className="sheet round-diff">
        <thead>
          <tr>
            <th>指标</th>
            <th>上年指标值</th>
            <th>上年实际</th>
            <th>本年指标值</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{calledSo(before, name, targetText) ?? '未设'}</td>
              <td>{calledSo(evaluated, name, ({ actual }) => actual) ?? '—'}</td>
              <td>{calledSo(now, name, targetText) ?? '未设'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is said of everything of that name; undefined where nothing is called so. */
function calledSo<T extends { name?: string }>(
  all: readonly T[],
  name: string,
  say: (one: T) => string,
): string | undefined {
  const called = all.filter((one) => one.name === name);
  return called.length === 0 ? undefined : called.map(say).join('；');
}
