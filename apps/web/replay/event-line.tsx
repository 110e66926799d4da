import { Button, Select } from 'antd';
import { type HistoryItem } from '../api/index.ts';
import { titleOf } from '../target/index.ts';
import { minuteOf } from '../words/index.ts';

interface EventLineProps {
  items: readonly HistoryItem[];
  revision: number;
  from: number | null;
  onGo: (revision: number) => void;
  onCompare: (from: number | null) => void;
}

/** Every event as a mark on a line, grouped by round; a handle to drag, buttons and arrow keys to step. */
export function EventLine({ items, revision, from, onGo, onCompare }: EventLineProps) {
  const last = items.length - 1;
  const item = items[revision];
  const rounds = items.flatMap(({ type }, index) => (type === 'TargetSubmitted' ? index : []));
  const at = (index: number): string => `${String(last === 0 ? 0 : (index / last) * 100)}%`;
  return (
    <div className="panel event-line">
      <div className="event-track" aria-hidden>
        {items.map(({ id, changes }, index) => (
          <span
            key={id}
            className={changes.length > 0 ? 'event-mark is-change' : 'event-mark'}
            style={{ left: at(index) }}
          />
        ))}
        {rounds.map((index, round) => (
          <span key={index} className="event-round small muted" style={{ left: at(index) }}>
            第 {round + 1} 次送审
          </span>
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={revision}
        aria-label="拖动到某一步"
        aria-valuetext={item && `第 ${String(revision + 1)} 步，${titleOf(item)}`}
        onChange={({ target: { value } }) => onGo(Number(value))}
      />
      <div className="event-controls">
        <Button size="small" disabled={revision === 0} onClick={() => onGo(revision - 1)}>
          ← 上一步
        </Button>
        <Button size="small" disabled={revision === last} onClick={() => onGo(revision + 1)}>
          下一步 →
        </Button>
        <span>
          第 <b>{revision + 1}</b> / {items.length} 步{item && `，${minuteOf(item.time)}，${titleOf(item)}`}
        </span>
        <Select
          size="small"
          className="event-compare"
          aria-label="与某一步比较"
          allowClear
          placeholder="与某一步比较"
          value={from}
          onChange={(value: number | undefined) => onCompare(value ?? null)}
          options={items.slice(0, revision).map((one) => ({
            value: one.revision,
            label: `第 ${String(one.revision + 1)} 步 ${titleOf(one)}`,
          }))}
        />
      </div>
    </div>
  );
}
