import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { Refused, sentenceOf } from '../api/index.ts';

interface AskedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** What was asked for; until then a word; where it failed a sentence and another try, or the way to what there is. */
export function Asked<T>({ query: { data, error, refetch }, children }: AskedProps<T>) {
  if (data !== undefined) return children(data);
  if (!error) return <p role="status">正在载入……</p>;
  if (error instanceof Refused && error.status === 404)
    return (
      <p role="alert">
        没有公开这一绩效目标，或已不再公开。<Link to="/public">查看已公开的绩效目标</Link>
      </p>
    );
  return (
    <div role="alert">
      <p>{sentenceOf(error)}</p>
      <button type="button" onClick={() => refetch()}>
        重新载入
      </button>
    </div>
  );
}
