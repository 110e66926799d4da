import { Button } from 'antd';
import './tables.css';

export interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** How many stand there already. */
  listed: number;
}

/** The next page of a list below what is listed; nothing on the last. */
export function More({ query, listed }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div className="list-more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        再列 50 个（已列 {listed} 个）
      </Button>
    </div>
  );
}
