import { type TargetEvent, type TargetEventType } from '#domain/target';
import type { ProjectedEvent } from '../rows/index.ts';

export type PartBox = 'done' | 'mine' | 'copied';

/** That a person had to do with a target. */
export interface Part {
  [column: string]: string;
  user_id: string;
  box: PartBox;
  target: string;
  at: string;
}

/** Writing is not yet handling: a clerk has dealt with a target once it is presented. */
const NOT_HANDLING: ReadonlySet<TargetEventType> = new Set<TargetEventType>([
  'TargetDrafted',
  'TargetClassified',
  'FormRevised',
]);

const BEGINNINGS: ReadonlySet<TargetEventType> = new Set<TargetEventType>([
  'TargetDrafted',
  'TargetClassified',
]);

/** Who had a part in an event: 我发起的 for its drafter, 抄送我的 for whom it was copied to, 已办 for who acted. */
export function partsIn({ id, event, actor, time }: ProjectedEvent<TargetEvent>): Part[] {
  const part = (user: string, box: PartBox): Part => ({ user_id: user, box, target: id, at: time });
  const mine = BEGINNINGS.has(event.type) ? [part(actor.user, 'mine')] : [];
  const copied = event.type === 'TargetCopied' ? event.to.map(({ user }) => part(user, 'copied')) : [];
  const done = NOT_HANDLING.has(event.type) ? [] : [part(actor.user, 'done')];
  return [...mine, ...copied, ...done];
}
