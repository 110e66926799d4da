import type { BatchHandler, Position, StoredEvent, Subscription } from './port.ts';

export interface Batch {
  events: readonly StoredEvent[];
  checkpoint: Position;
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

  constructor(
    private readonly feed: Feed,
    private readonly handler: BatchHandler,
    private after: Position | null,
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
      }
    }
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
