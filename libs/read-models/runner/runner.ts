import type pg from 'pg';
import { CheckpointAhead } from '#event-store';
import type { EventStore } from '#event-store';
import { PoisonousEvent } from '../rows/index.ts';
import type { Projection } from '../rows/index.ts';
import { BatchWriter } from './batch-writer.ts';
import type { Batch, Interrupt, Prepared } from './batch-writer.ts';
import { readCheckpoint, recordFailure } from './checkpoint.ts';
import { isPassing } from './passing.ts';
import { Pause } from './pause.ts';
import { Pipeline } from './pipeline.ts';
import { schemaOf } from './schema.ts';

export interface RunnerOptions {
  pool: pg.Pool;
  store: EventStore;
  projection: Projection;
  /** A sentence for the log when something goes wrong, without data of events. */
  log: (sentence: string, error?: unknown) => void;
  /** Events a batch, at most. Default 4,000: the more, the more events of one target become one row. */
  batchSize?: number | undefined;
  interrupt?: Interrupt | undefined;
}

/** Another worker keeps this projection going; it is looked at again after a while. */
class Moved extends Error {}

/** At 300 events a second a fifth of the statements does. */
const GATHER_MS = 10;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
const STANDSTILL_MS = 10_000;

/**
 * Keeps one projection up with the feed until it is stopped. While one batch is being written the next is worked out.
 * An event that it cannot take stops this projection only, and is remembered with its id; a server that is away is
 * waited for.
 */
export class ProjectionRunner {
  readonly ended: Promise<void>;
  private readonly pause = new Pause();
  private readonly writer: BatchWriter;
  private delay = FIRST_PAUSE_MS;

  constructor(private readonly options: RunnerOptions) {
    const { pool, projection, interrupt } = options;
    const { name } = projection;
    this.writer = new BatchWriter(pool, { projection, checkpoint: name, schema: schemaOf(name), interrupt });
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.pause.end();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.pause.isOver) {
      try {
        await this.follow();
      } catch (error) {
        await this.recover(error);
      }
    }
  }

  /** From the checkpoint on until stopped; rejects with whatever stands in the way, CheckpointAhead among it. */
  private async follow(): Promise<void> {
    const { pool, projection, store, batchSize = 4_000 } = this.options;
    let from = (await readCheckpoint(pool, projection.name))?.position ?? null;
    const pipeline = new Pipeline(this.writer, async (batch, prepared) => {
      try {
        await this.write(batch, prepared);
      } catch (error) {
        this.pause.nudge();
        throw error;
      }
    });
    const start = from === null ? {} : { from };
    const subscription = store.subscribe(
      { ...start, filter: projection.filter, batchSize, gatherMs: GATHER_MS },
      (events, to) => {
        const batch = { events, from, to };
        from = to;
        return pipeline.take(batch);
      },
    );
    try {
      await Promise.race([this.pause.nudged(), subscription.ended]);
    } finally {
      await subscription.stop();
      await pipeline.settled();
    }
    if (!this.pause.isOver) throw new Error('The subscription ended by itself.');
  }

  private async write(batch: Batch, prepared: Prepared | null): Promise<void> {
    try {
      await this.writeWhole(batch, prepared);
    } catch (error) {
      if (error instanceof Moved || isPassing(error)) throw error;
      await this.writeOneByOne(batch);
    }
    this.delay = FIRST_PAUSE_MS;
  }

  private async writeWhole(batch: Batch, prepared: Prepared | null = null): Promise<void> {
    if ((await this.writer.write(batch, prepared)) === 'moved') throw new Moved();
  }

  /** Gets as far as can be got, and finds the event that is at fault. @throws PoisonousEvent */
  private async writeOneByOne({ events, from, to }: Batch): Promise<void> {
    let before = from;
    for (const event of events) {
      try {
        await this.writeWhole({ events: [event], from: before, to: event.position });
      } catch (error) {
        if (error instanceof Moved || isPassing(error) || error instanceof PoisonousEvent) throw error;
        throw new PoisonousEvent({ position: event.position, eventId: event.id }, error);
      }
      before = event.position;
    }
    if (before !== to) await this.writeWhole({ events: [], from: before, to });
  }

  private async recover(error: unknown): Promise<void> {
    const { projection, log } = this.options;
    this.writer.forget();
    if (error instanceof PoisonousEvent || error instanceof CheckpointAhead) {
      log(`投影 ${projection.name} 已停在无法处理的事件上`, error);
      await this.standStill(error);
      return;
    }
    if (!(error instanceof Moved)) log(`投影 ${projection.name} 暂时中断，将重试`, error);
    await this.pause.wait(this.delay);
    this.delay = Math.min(this.delay * 2, LONGEST_PAUSE_MS);
  }

  /** Until a rebuild or another program version has got past it. */
  private async standStill(error: PoisonousEvent | CheckpointAhead): Promise<void> {
    const { pool, projection, log } = this.options;
    const { position, eventId } =
      error instanceof PoisonousEvent ? error.event : { position: error.checkpoint, eventId: '' };
    const record = { position, eventId, error: `${error.name}: ${error.message}` };
    await recordFailure(pool, projection.name, record).catch((cause: unknown) =>
      log(`无法记录投影 ${projection.name} 的故障`, cause),
    );
    while (!this.pause.isOver) {
      await this.pause.wait(STANDSTILL_MS);
      const now = await readCheckpoint(pool, projection.name).catch(() => undefined);
      if (now !== undefined && !now.failed) return;
    }
  }
}
