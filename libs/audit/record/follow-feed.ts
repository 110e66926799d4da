import type pg from 'pg';
import { keepUp, type EventStore, type Following } from '#event-store';
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

const BATCH = 1_000;

/**
 * Keeps the log up with the feed until stopped; any number of processes may. Whatever stands in the way (the database
 * away, a feed that ends before what the log holds) is said and tried again, never skipped.
 */
export function followFeed({ pool, store, log, onGrown }: FollowOptions): Following {
  return keepUp({
    store,
    batchSize: BATCH,
    reached: async () => (await logState(pool)).position,
    take: async ({ events, from, to }) => {
      const counted = events.filter(({ stream }) => stream !== SEALS);
      if ((await extendLog(pool, { events: counted, from, to })) === 'moved') return 'moved';
      if (counted.length > 0) onGrown?.();
      return 'taken';
    },
    onInterrupted: (error) => log('签名日志暂时跟不上事件，将重试', error),
  });
}
