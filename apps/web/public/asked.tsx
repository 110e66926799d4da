import { type ReactNode } from 'react';
import { sentenceOf } from '../api/index.ts';

interface AskedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** What was asked for; until then a word, and where it failed a sentence and another try. */
export function Asked<T>({ query: { data, error, refetch }, children }: AskedProps<T>) {
  if (data !== undefined) return children(data);
  if (!error) return <p role="status">正在载入……</p>;
  return (
    <div role="alert">
      <p>{sentenceOf(error)}</p>
      <button type="button" onClick={() => refetch()}>
        重新载入
      </button>
    </div>
  );
}
