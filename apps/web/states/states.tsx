import { Button } from 'antd';
import { type ReactNode } from 'react';
import { Refused, sentenceOf } from '../api/index.ts';
import './states.css';

/** A page or a part of one that is being fetched: the frame stays, grey bars stand where text will be. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="waiting" role="status" aria-label="正在载入">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="waiting-line" style={{ width: `${String(88 - ((index * 17) % 40))}%` }} />
      ))}
    </div>
  );
}

interface StateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, with what to do next. */
export function Nothing({ title, children, action }: StateProps) {
  return (
    <div className="state">
      <div className="state-title">{title}</div>
      {children !== undefined && <div className="state-text">{children}</div>}
      {action}
    </div>
  );
}

/** What went wrong, what is kept, what to do. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const isUnseen = error instanceof Refused && (error.status === 404 || error.status === 403);
  return (
    <div className="state" role="alert">
      <div className="state-title">{error instanceof Refused ? error.problem.title : '没有载入'}</div>
      <div className="state-text">{sentenceOf(error)}</div>
      {onRetry && !isUnseen && <Button onClick={onRetry}>重新载入</Button>}
    </div>
  );
}

/** A page that is not for this person's office. */
export function NoRight({ what }: { what: string }) {
  return (
    <Nothing title="您的岗位不办理此事">
      {what}。如确需办理，请联系安全管理员调整岗位，或从主菜单选择您的工作。
    </Nothing>
  );
}
