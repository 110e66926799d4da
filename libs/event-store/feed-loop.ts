import { setTimeout as rest } from 'node:timers/promises';
import type { BatchHandler, Position, StoredEvent, Subscription } from './port.ts';

export interface Batch {
  events: readonly StoredEvent[];
  checkpoint: Position;
  /** Nothing was left behind it: whatever comes later wakes the loop. Absent where the feed cannot tell. */
  isLast?: boolean;
}

export interface Feed {
  /** What comes after a position, `null` when nothing does. */
  next(after: Position | null): Promise<Batch | null>;
  /** Is this failure worth another try, after a while? */
  isPassing(error: unknown): boolean;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** A subscription over a store that is asked: it reads until nothing is left, then waits to be woken. */
export class FeedLoop implements Subscription {
  readonly ended: Promise<void>;
  private stopped = false;
  private woken = false;
  private wakeUp: (() => void) | null = null;
  private pause = FIRST_PAUSE_MS;
  private readonly end = new AbortController();
  private readonly ending = { signal: this.end.signal };

  constructor(
    private readonly feed: Feed,
    private readonly handler: BatchHandler,
    private after: Position | null,
    /** How long news may gather after the last batch, in ms: so many reads a second at most, however many events. */
    private readonly gatherMs = 0,
  ) {
    this.ended = this.run();
    // Whoever looks at `ended` sees the failure; a subscriber that looks later must not crash the process meanwhile.
    this.ended.catch(() => undefined);
  }

  /** There may be something new. Never lost: a call during a read makes the loop read again. */
  wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  /** The end of the last batch read, in the handler's hands or done. */
  get position(): Position | null {
    return this.after;
  }

  /** Resolves once the batch at hand is done; so never await it inside the handler. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.end.abort();
    this.wake();
    await this.ended.catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.woken = false;
      const batch = await this.read();
      if (this.isStopped()) return;
      if (batch === null) {
        await this.waitForWake();
      } else if (batch !== 'failed') {
        this.after = batch.checkpoint;
        await this.handler(batch.events, batch.checkpoint);
        if (batch.isLast) await this.gather();
      }
    }
  }

  private async gather(): Promise<void> {
    if (this.gatherMs > 0) await rest(this.gatherMs, undefined, this.ending).catch(() => undefined);
    await this.waitForWake();
  }

  private async read(): Promise<Batch | null | 'failed'> {
    try {
      const batch = await this.feed.next(this.after);
      this.pause = FIRST_PAUSE_MS;
      return batch;
    } catch (error) {
      if (!this.feed.isPassing(error)) throw error;
      await this.waitForWake(this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
      return 'failed';
    }
  }

  /** A method, since the compiler believes that a field does not change across an await. */
  private isStopped(): boolean {
    return this.stopped;
  }

  private async waitForWake(milliseconds?: number): Promise<void> {
    if (this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = null;
  }
}
