import { seatOf } from '#domain';
import { labelOf } from '#form';
import { type HistoryItem } from '../api/index.ts';
import { DECISION_TERMS, minuteOf } from '../words/index.ts';

/** 办理经过, the latest first: what, who, when, and what it changed. */
export function Timeline({ items }: { items: readonly HistoryItem[] }) {
  return (
    <ol className="timeline panel">
      {[...items].reverse().map((item) => (
        <li key={item.id}>
          <time className="muted">{minuteOf(item.time)}</time>
          <div>
            <b>{titleOf(item)}</b> <span className="muted">{personOf(item)}</span>
            {item.comment !== undefined && <div>{item.comment}</div>}
            {item.changes.length > 0 && item.type !== 'TargetDrafted' && (
              <div className="small muted">改动 {changedParts(item)}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** An opinion with its decision: 审核意见：同意. */
export function titleOf({ label, type, data }: HistoryItem): string {
  const decision = type === 'OpinionGiven' ? DECISION_TERMS[String(data['decision'])] : undefined;
  return decision === undefined ? label : `${label}：${decision}`;
}

export function personOf({ actor }: HistoryItem): string {
  const behalf = actor.onBehalfOf ? `（代 ${actor.onBehalfOf.name}）` : '';
  return `${seatOf(actor)} ${actor.name}${behalf}`;
}

/** At most six parts by name, each once. */
function changedParts({ changes }: HistoryItem): string {
  const parts = [...new Set(changes.map(({ path }) => labelOf(path)))];
  const rest = parts.length > 6 ? `等 ${String(parts.length)} 处` : '';
  return parts.slice(0, 6).join('、') + rest;
}
