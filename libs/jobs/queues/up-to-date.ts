import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Register } from '#application';
import type { EventStore } from '#event-store';
import { lastToPlan, readFollowed } from '../schedule/index.ts';

const LONGEST_LAG_MS = 10_000;
const LOOK_MS = 25;

interface Knowing {
  pool: pg.Pool;
  store: EventStore;
  register: Register;
}

/**
 * Waits until everything that was done by now has been planned, by whichever worker, and this one knows the campaigns and
 * people that the plan rests on: else somebody is asked for what they did while workers rested, and what another
 * worker planned is taken for done.
 * @throws Error where that takes too long or `stopping` comes first; the queue tries again
 */
export async function upToDate(knowing: Knowing, stopping: AbortSignal): Promise<void> {
  const { store, register, pool } = knowing;
  const late = Date.now() + LONGEST_LAG_MS;
  const last = await lastToPlan(store);
  for (;;) {
    const planned = await readFollowed(pool);
    const isPlanned = last === null || (planned !== null && store.compare(planned, last) >= 0);
    if (isPlanned && (planned === null || register.hasReached(planned))) return;
    if (stopping.aborted || Date.now() > late)
      throw new Error(
        isPlanned ? '本进程的名册与批次尚未跟上，稍后再发' : '催报计划尚未跟上已办的事，稍后再发',
      );
    await pause(LOOK_MS);
  }
}
