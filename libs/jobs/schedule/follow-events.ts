import type pg from 'pg';
import type { Clock, Register } from '#application';
import { keepUp, type EventStore, type Following, type Position, type StoredEvent } from '#event-store';
import type { ReadModels } from '#read-models';
import { addNotices, noticesIn } from './notices.ts';
import { replan } from './replan.ts';

export interface PlannerOptions {
  pool: pg.Pool;
  store: EventStore;
  readModels: Pick<ReadModels, 'waitFor'>;
  register: Register;
  clock: Clock;
  /** The jurisdiction's time zone, as `+08:00`. */
  offset: string;
  /** A sentence for the log; what goes with it holds no data of events. */
  log: (sentence: string, error?: unknown) => void;
  /** After every batch that was planned. */
  onPlanned?: () => void;
}

const BATCH = 2_000;
const FILTER = { streamPrefixes: ['target-', 'directory-', 'campaign-'] };

/**
 * Keeps the schedule up with the events until stopped; any number of processes may. Who must act is asked of the tasks
 * read model once it is as new as the events, so there is no second truth about it.
 */
export function followEvents(options: PlannerOptions): Following {
  return keepUp({
    store: options.store,
    filter: FILTER,
    batchSize: BATCH,
    reached: () => readFollowed(options.pool),
    take: async ({ signal, ...batch }) => {
      await waitForViews(options, batch.to, signal);
      if (signal.aborted || (await planBatch(options, batch)) === 'moved') return 'moved';
      if (batch.events.length > 0) options.onPlanned?.();
      return 'taken';
    },
    onInterrupted: (error) => options.log('催报计划暂时跟不上事件，将重试', error),
  });
}

/** The read models and the register must have seen what the plan is made for. */
async function waitForViews(
  { readModels, register }: PlannerOptions,
  to: Position,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && (await readModels.waitFor('tasks', to)).stale);
  if (!signal.aborted) await register.waitFor(to);
}

interface Batch {
  events: readonly StoredEvent[];
  from: Position | null;
  to: Position;
}

/** Schedule and position in one transaction that begins by locking the position. */
async function planBatch(options: PlannerOptions, { events, from, to }: Batch): Promise<'taken' | 'moved'> {
  const { pool, register, clock, offset } = options;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ position: Position | null }>(
      'select position from reminders.follower where id = 1 for update',
    );
    if (rows[0]?.position !== from) {
      await client.query('rollback');
      return 'moved';
    }
    if (events.length > 0) {
      const planning = { book: register, offset, now: clock.now() };
      await replan(client, planning, touchedBy(events));
      await addNotices(client, noticesIn(events));
    }
    await client.query('update reminders.follower set position = $1 where id = 1', [to]);
    await client.query('commit');
    return 'taken';
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The targets of these events; `undefined` = all, where the register or a campaign has changed. */
function touchedBy(events: readonly StoredEvent[]): string[] | undefined {
  if (events.some(({ stream }) => !stream.startsWith('target-'))) return undefined;
  return [...new Set(events.map(({ stream }) => stream.slice('target-'.length)))];
}

/** The last of what has to be planned by now, `null` where there is nothing. */
export async function lastToPlan(store: EventStore): Promise<Position | null> {
  const { events } = await store.readAll({ direction: 'backwards', limit: 1, filter: FILTER });
  return events[0]?.position ?? null;
}

/** How far the events have been planned, by whoever. */
export async function readFollowed(pool: pg.Pool): Promise<Position | null> {
  const { rows } = await pool.query<{ position: Position | null }>(
    'select position from reminders.follower where id = 1',
  );
  return rows[0]?.position ?? null;
}
