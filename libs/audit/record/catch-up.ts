import { CheckpointAhead, type EventStore, type Position } from '#event-store';
import { type AuditParts } from './append-fact.ts';
import { extendLog, logState } from './log-tables.ts';
import { SEALS } from '../signing/seals-stream.ts';

const BATCH = 1_000;

/**
 * Follows the feed into the log up to where it ends now, whether a worker follows it meanwhile or not.
 * @throws CheckpointAhead where the log goes further than the feed: nothing may be signed or proved over it then
 */
export async function catchUpLog({ pool, store }: Pick<AuditParts, 'pool' | 'store'>): Promise<void> {
  for (;;) {
    const { position: from } = await logState(pool);
    const { events } = await store.readAll({ ...(from !== null && { from }), limit: BATCH });
    const last = events.at(-1);
    if (last === undefined) {
      await refuseAhead(store, from);
      return;
    }
    await extendLog(pool, {
      events: events.filter(({ stream }) => stream !== SEALS),
      from,
      to: last.position,
    });
  }
}

/** The feed was cut, or restored from an older backup than the log. */
async function refuseAhead(store: EventStore, position: Position | null): Promise<void> {
  if (position === null) return;
  const head = await store.head();
  if (head === null || store.compare(position, head) > 0) throw new CheckpointAhead(position, head);
}
