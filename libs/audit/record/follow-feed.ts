import type pg from 'pg';
import { CheckpointAhead, type EventStore, type Position, type StoredEvent } from '#event-store';
import { SEALS } from '../signing/seals-stream.ts';
import { extendLog, logState } from './log-tables.ts';

export interface FollowOptions {
  pool: pg.Pool;
  store: EventStore;
  /** A sentence for the log; what goes with it holds no data of events. */
  log: (sentence: string, error?: unknown) => void;
  /** After every batch that was written. */
  onGrown?: () => void;
}

export interface Following {
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const BATCH = 1_000;

/**
 * Keeps the log up with the feed until stopped; any number of processes may. Whatever stands in the way (the database
 * away, a feed that ends before what the log holds) is said and tried again, never skipped.
 */
export function followFeed(options: FollowOptions): Following {
  const stopping = new AbortController();
  const ended = keepFollowing(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function keepFollowing(options: FollowOptions, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      await follow(options, signal, () => (pause = FIRST_PAUSE_MS));
    } catch (error) {
      if (!(error instanceof Moved)) options.log('签名日志暂时跟不上事件，将重试', error);
      await sleep(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** Another worker is ahead of this one. */
class Moved extends Error {}

async function follow(
  { pool, store, onGrown }: FollowOptions,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  let { position: from } = await logState(pool);
  await refuseAhead(store, from);
  const take = async (events: readonly StoredEvent[], to: Position): Promise<void> => {
    const counted = events.filter(({ stream }) => stream !== SEALS);
    if ((await extendLog(pool, { events: counted, from, to })) === 'moved') throw new Moved();
    from = to;
    onProgress();
    if (counted.length > 0) onGrown?.();
  };
  const start = from === null ? {} : { from };
  const subscription = store.subscribe({ ...start, batchSize: BATCH }, take);
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

/** @throws CheckpointAhead: the feed was cut, or restored from an older backup than the log */
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
