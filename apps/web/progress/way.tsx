import { Link } from 'react-router';
import { daysBetween, grouped } from '../words/index.ts';
import { type Step } from './steps.ts';

interface WayProps {
  steps: readonly Step[];
  ends: readonly Step[];
  campaign: string;
  today: string;
}

/** A campaign as a row of steps; each leads to the targets that lie there. */
export function Way({ steps, ends, campaign, today }: WayProps) {
  return (
    <>
      <ol className="way">
        {steps.map(({ key, label, state, count, amount, since }) => (
          <li key={key} className={count === 0 ? 'is-empty' : ''}>
            <span className="way-label">{label}</span>
            <Link
              to={`/targets?campaign=${encodeURIComponent(campaign)}&state=${state}`}
              className="way-count"
            >
              {count}
              <span className="sr-only"> 个</span>
            </Link>
            <span className="small muted">{grouped(amount)} 万元</span>
            {since !== undefined && (
              <span className="small muted">最久 {daysBetween(since.slice(0, 10), today)} 天</span>
            )}
          </li>
        ))}
      </ol>
      {ends.length > 0 && (
        <p className="small muted way-ends">
          未进入预算：
          {ends.map(({ key, label, state, count, amount }, index) => (
            <span key={key}>
              {index > 0 && '，'}
              <Link to={`/targets?campaign=${encodeURIComponent(campaign)}&state=${state}`}>
                {label} {count} 个
              </Link>
              （{grouped(amount)} 万元）
            </span>
          ))}
        </p>
      )}
    </>
  );
}
