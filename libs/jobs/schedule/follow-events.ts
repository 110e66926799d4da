import type pg from 'pg';
import type { Clock, Register } from '#application';
import { CheckpointAhead, type EventStore, type Position, type StoredEvent } from '#event-store';
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

export interface Following {
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const BATCH = 2_000;
const FILTER = { streamPrefixes: ['target-', 'directory-', 'campaign-'] };

/**
 * Keeps the schedule up with the events until stopped; any number of processes may. Who must act is asked of the tasks
 * read model once it is as new as the events, so there is no second truth about it.
 */
export function followEvents(options: PlannerOptions): Following {
  const stopping = new AbortController();
  const ended = keepFollowing(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** Another worker is ahead of this one. */
class Moved extends Error {}

async function keepFollowing(options: PlannerOptions, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      await follow(options, signal, () => (pause = FIRST_PAUSE_MS));
    } catch (error) {
      if (!(error instanceof Moved)) options.log('催报计划暂时跟不上事件，将重试', error);
      await sleep(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

async function follow(options: PlannerOptions, signal: AbortSignal, onProgress: () => void): Promise<void> {
  const { pool, store } = options;
  let from = await readFollowed(pool);
  await refuseAhead(store, from);
  const take = async (events: readonly StoredEvent[], to: Position): Promise<void> => {
    await waitForViews(options, to, signal);
    if (signal.aborted) return;
    await planBatch(options, { events, from, to });
    from = to;
    onProgress();
    if (events.length > 0) options.onPlanned?.();
  };
  const start = from === null ? {} : { from };
  const subscription = store.subscribe({ ...start, filter: FILTER, batchSize: BATCH }, take);
  const stop = (): void => void subscription.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) await subscription.stop();
    await subscription.ended;
  } finally {
    signal.removeEventListener('abort', stop);
    await subscription.stop();
  }
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

/** Schedule and position in one transaction that begins by locking the position. @throws Moved */
async function planBatch(options: PlannerOptions, { events, from, to }: Batch): Promise<void> {
  const { pool, register, clock, offset } = options;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ position: Position | null }>(
      'select position from reminders.follower where id = 1 for update',
    );
    if (rows[0]?.position !== from) throw new Moved();
    if (events.length > 0) {
      const planning = { book: register, offset, now: clock.now() };
      await replan(client, planning, touchedBy(events));
      await addNotices(client, noticesIn(events));
    }
    await client.query('update reminders.follower set position = $1 where id = 1', [to]);
    await client.query('commit');
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

async function readFollowed(pool: pg.Pool): Promise<Position | null> {
  const { rows } = await pool.query<{ position: Position | null }>(
    'select position from reminders.follower where id = 1',
  );
  return rows[0]?.position ?? null;
}

/** @throws CheckpointAhead: the feed was restored from an older backup than the schedule */
async function refuseAhead(store: EventStore, position: Position | null): Promise<void> {
  if (position === null) return;
  const head = await store.head();
  if (head === null || store.compare(position, head) > 0) throw new CheckpointAhead(position, head);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
