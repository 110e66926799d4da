import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type TargetItem } from '../api/index.ts';
import { grouped } from '../words/index.ts';
import { BatchOpinion } from './batch-opinion.tsx';

interface QueueProps {
  items: readonly TargetItem[];
  current: string;
  hasDraft: (id: string) => boolean;
  /** Agreed to along with others. */
  onGiven: (id: string) => void;
}

/** What waits for this examiner, by deadline. */
export function Queue({ items, current, hasDraft, onGiven }: QueueProps) {
  const [text, setText] = useState('');
  const here = useRef<HTMLAnchorElement>(null);
  // Newer browsers answer with a promise, which an effect must not return.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const shown = items.filter(({ name = '', unit }) => `${name} ${unit.name}`.includes(text.trim()));
  return (
    <nav className="queue" aria-label="待审核的目标">
      <div className="queue-head">
        <Link to="/">← 工作台</Link>
        <span className="muted">待审核 {items.length}</span>
      </div>
      <Input
        size="small"
        allowClear
        placeholder="名称或单位"
        aria-label="在待审核中查找"
        value={text}
        onChange={({ target: { value } }) => setText(value)}
      />
      <div className="queue-list">
        {shown.map(({ id, name = '（未填名称）', unit, amount, round }) => (
          <Link
            key={id}
            to={`/review/${id}`}
            ref={id === current ? here : null}
            aria-current={id === current ? 'page' : undefined}
          >
            <span>{name}</span>
            <span className="small muted">
              {unit.name}
              {round > 1 && `，第 ${String(round)} 次报送`}
            </span>
            <span className="small muted">
              {amount !== undefined && `${grouped(amount)} 万元`} {hasDraft(id) && <b>有未提交的意见</b>}
            </span>
          </Link>
        ))}
        {shown.length === 0 && <p className="muted small">没有符合的</p>}
      </div>
      <BatchOpinion items={shown} hasDraft={hasDraft} onGiven={onGiven} />
      <p className="queue-keys small muted">J 下一个，K 上一个，A 同意，R 退回</p>
    </nav>
  );
}
