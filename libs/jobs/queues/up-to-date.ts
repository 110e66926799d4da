import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Register } from '#application';
import type { EventStore, Position } from '#event-store';
import { lastToPlan, readFollowed } from '../schedule/index.ts';

const LONGEST_LAG_MS = 10_000;
const LOOK_MS = 25;

interface Knowing {
  pool: pg.Pool;
  store: EventStore;
  register: Register;
}

export interface Waiting {
  stopping: AbortSignal;
  /** It was waited for long enough: where the plan stands still, what it says is said rather than nothing. */
  isLast: boolean;
}

/**
 * Waits until everything that was done by now has been planned, by whichever worker, and this one knows the campaigns and
 * people that the plan rests on: else somebody is asked for what they did while workers rested, and what another
 * worker planned is taken for done.
 * @throws Error where that takes too long or `stopping` comes first; the queue tries again
 */
export async function upToDate(knowing: Knowing, { stopping, isLast }: Waiting): Promise<void> {
  const late = Date.now() + LONGEST_LAG_MS;
  const last = isLast ? null : await lastToPlan(knowing.store);
  for (;;) {
    const lacking = await whatIsLacking(knowing, last);
    if (lacking === null) return;
    if (stopping.aborted || Date.now() > late) throw new Error(lacking);
    await pause(LOOK_MS);
  }
}

/** In a sentence, for whoever looks at the queues. */
async function whatIsLacking(
  { store, register, pool }: Knowing,
  last: Position | null,
): Promise<string | null> {
  const planned = await readFollowed(pool);
  if (last !== null && (planned === null || store.compare(planned, last) < 0))
    return '催报计划尚未跟上已办的事，稍后再发';
  return planned === null || register.hasReached(planned) ? null : '本进程的名册与批次尚未跟上，稍后再发';
}
