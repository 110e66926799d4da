import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listIndicators } from '../api/index.ts';

const SHOWN = 5;

/** What was searched for among the indicators too, the most used first; nothing where none is called so. */
export function FoundIndicators({ q }: { q: string }) {
  const { data } = useQuery({
    queryKey: ['indicators', q, 'found'],
    queryFn: () => listIndicators({ q, kind: undefined }, ''),
  });
  if (!data || data.total === 0) return null;
  const names = [...new Set(data.items.map(({ name }) => name))].slice(0, SHOWN);
  return (
    <p className="found-indicators">
      <span className="muted">指标库中的指标：</span>
      {names.map((name) => (
        <Link key={name} to={`/library?q=${encodeURIComponent(name)}`}>
          {name}
        </Link>
      ))}
      <Link to={`/library?q=${encodeURIComponent(q)}`}>共 {data.total} 个</Link>
    </p>
  );
}
