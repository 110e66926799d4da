import { type ReactNode } from 'react';
import { Failed, Waiting } from './states.tsx';

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What a query brought; until then grey bars, and where it failed a sentence and another try. */
export function Loaded<T>({ query: { data, error, refetch }, lines, children }: LoadedProps<T>) {
  if (data !== undefined) return children(data);
  if (error) return <Failed error={error} onRetry={refetch} />;
  return <Waiting {...(lines !== undefined && { lines })} />;
}
