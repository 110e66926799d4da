import { Link } from 'react-router';
import { type Page } from '#contracts';
import { type TaskItem } from '../api/index.ts';
import { StateWord } from '../target-state/index.ts';
import { minuteOf } from '../words/index.ts';

/** 已办, 我发起的, 抄送我的: where each of them is now. */
export function HandledTasks({ page }: { page: Page<TaskItem> }) {
  return (
    <div className="handled">
      {page.items.map(({ target, since }) => (
        <div key={target.id} className="handled-row">
          <Link to={`/targets/${target.id}`}>{target.name ?? '（未填名称）'}</Link>
          <span className="muted">{target.unit.name}</span>
          <StateWord target={target} />
          <time className="muted small">{minuteOf(since)}</time>
        </div>
      ))}
      {page.total > page.items.length && (
        <p className="muted">
          共 {page.total} 件，这里列出最近的 {page.items.length} 件；其余请到
          <Link to="/targets">目标清单</Link>查找。
        </p>
      )}
    </div>
  );
}
