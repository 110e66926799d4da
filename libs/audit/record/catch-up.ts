import { type AuditParts } from './append-fact.ts';
import { extendLog, logState } from './log-tables.ts';
import { SEALS } from '../signing/seals-stream.ts';

const BATCH = 1_000;

/** Follows the feed into the log up to where it ends now, whether a worker follows it meanwhile or not. */
export async function catchUpLog({ pool, store }: Pick<AuditParts, 'pool' | 'store'>): Promise<void> {
  for (;;) {
    const { position: from } = await logState(pool);
    const { events } = await store.readAll({ ...(from !== null && { from }), limit: BATCH });
    const last = events.at(-1);
    if (last === undefined) return;
    await extendLog(pool, {
      events: events.filter(({ stream }) => stream !== SEALS),
      from,
      to: last.position,
    });
  }
}
