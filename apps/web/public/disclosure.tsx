import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { type DisclosedTarget } from '#contracts';
import { publicTarget } from '../api/index.ts';
import { nameOf } from '../form/index.ts';
import { grouped, KIND_TERMS } from '../words/index.ts';
import { Asked } from './asked.tsx';
import { Indicators } from './indicators.tsx';
import { partsOf, type Fact } from './parts.ts';

/** One published target, to read and to print. */
export function Disclosure() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['public', id], queryFn: () => publicTarget(id) });
  return <Asked query={query}>{(target) => <Published target={target} />}</Asked>;
}

function Published({ target }: { target: DisclosedTarget }) {
  const { form, unit, department, fiscalYear, amount, disclosedOn, url, evaluation } = target;
  const name = nameOf(form);
  const { facts, goals, indicators } = partsOf(form);
  useEffect(() => {
    document.title = `${name} · 预算绩效目标公开`;
  }, [name]);
  const head: Fact[] = [
    { label: '部门', value: department.name, isLong: false },
    { label: '单位', value: unit.name, isLong: false },
    { label: '批复金额（万元）', value: grouped(amount), isLong: false },
    { label: '公开日期', value: disclosedOn, isLong: false },
    ...(evaluation
      ? [{ label: '评价结果', value: `${evaluation.grade}（${evaluation.total} 分）`, isLong: false }]
      : []),
  ];
  return (
    <article>
      <nav aria-label="位置" className="no-print">
        <Link to={`/public?department=${department.code}&year=${String(fiscalYear)}`}>
          {department.name} {fiscalYear} 年度
        </Link>
      </nav>
      <h1>{name}</h1>
      <p className="quiet">
        {fiscalYear} 年度{KIND_TERMS[form.kind]}绩效目标
      </p>
      <FactList facts={head} />
      {facts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <Part {...part} />
        </section>
      ))}
      {goals.length > 0 && (
        <section>
          <h2>年度绩效目标</h2>
          <ol>
            {goals.map((goal, index) => (
              <li key={index}>{goal}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2 id="indicators">绩效指标</h2>
        <Indicators {...indicators} />
      </section>
      <p className="public-do no-print">
        {/^https?:/u.test(url) && (
          <a href={url} rel="noreferrer">
            单位公开原文
          </a>
        )}
        <button type="button" onClick={() => print()}>
          打印
        </button>
      </p>
    </article>
  );
}

/** A part that is one text needs no label beside it. */
function Part({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const [first] = facts;
  if (first && facts.length === 1 && first.label === title)
    return <p className="public-text">{first.value}</p>;
  return <FactList facts={facts} />;
}

function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(({ label, value, isLong }) => (
        <div key={label} className={isLong ? 'is-long' : ''}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
