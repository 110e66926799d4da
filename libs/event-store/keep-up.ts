import { setTimeout as rest } from 'node:timers/promises';
import type { EventStore, Filter, Position, StoredEvent } from './port.ts';

/** What came after `from`, up to `to`. */
export interface NextBatch {
  events: readonly StoredEvent[];
  from: Position | null;
  to: Position;
  /** Stopping: whatever the batch waits for is not waited for any longer. */
  signal: AbortSignal;
}

export interface KeepUpOptions {
  store: Pick<EventStore, 'subscribe'>;
  filter?: Filter;
  /** Events at once, at most. */
  batchSize: number;
  /** How far it was followed; asked anew after every interruption. */
  reached: () => Promise<Position | null>;
  /** Takes the batch and the place it reaches in one transaction; `moved` where that is not at `from` any longer. */
  take: (batch: NextBatch) => Promise<'taken' | 'moved'>;
  /** Hears of everything that stands in the way, `CheckpointAhead` among it; it is tried again. */
  onInterrupted: (error: unknown) => void;
}

export interface Following {
  /** Resolves once the batch in hand is done. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Keeps something that has its own record of the place up with the feed until stopped; any number of processes may.
 * Whatever stands in the way is said and tried again, never skipped.
 */
export function keepUp(options: KeepUpOptions): Following {
  const stopping = new AbortController();
  const ended = untilStopped(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** Another process is ahead of this one. */
class Moved extends Error {}

async function untilStopped(options: KeepUpOptions, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      await follow(options, signal, () => (pause = FIRST_PAUSE_MS));
    } catch (error) {
      if (!(error instanceof Moved)) options.onInterrupted(error);
      await rest(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

async function follow(options: KeepUpOptions, signal: AbortSignal, onProgress: () => void): Promise<void> {
  const { store, filter, batchSize } = options;
  let from = await options.reached();
  const take = async (events: readonly StoredEvent[], to: Position): Promise<void> => {
    if ((await options.take({ events, from, to, signal })) === 'moved') throw new Moved();
    from = to;
    onProgress();
  };
  const within = { ...(from !== null && { from }), ...(filter && { filter }), batchSize };
  const subscription = store.subscribe(within, take);
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
