import type pg from 'pg';
import type { Position, StoredEvent } from '#event-store';
import { statementOf } from '../rows/index.ts';
import type { Projection, Projector, Row, RowOperation } from '../rows/index.ts';
import { CHANNEL } from './schema.ts';

/** The moments of a batch, for tests that kill it there. Nothing else listens. */
export type BatchStep = 'begin' | 'recall' | 'rows' | 'checkpoint' | 'done';
export type Interrupt = (step: BatchStep) => void | Promise<void>;

export interface WriterOptions {
  projection: Projection;
  /** Name of the checkpoint row: the projection's, or the one of its rebuild. */
  checkpoint: string;
  /** Where the tables are. */
  schema: string;
  interrupt?: Interrupt | undefined;
}

export interface Batch {
  events: readonly StoredEvent[];
  from: Position | null;
  to: Position;
}

/** What a batch changes, as one projector worked it out. */
export interface Prepared {
  projector: Projector;
  operations: readonly RowOperation[];
}

type ReadsRows = Pick<pg.ClientBase, 'query'>;

/** PostgreSQL's quoting of a text constant; positions and names hold nothing to quote, but who knows the next store. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Writes batches of one projection: rows and checkpoint in one transaction that begins by locking the checkpoint row,
 * so each event takes effect exactly once, however many workers run. The commit does not wait for the disk: what a
 * crash of the server takes back, it takes back together with the checkpoint.
 */
export class BatchWriter {
  private projector: Projector;

  constructor(
    private readonly pool: pg.Pool,
    private readonly options: WriterOptions,
  ) {
    this.projector = options.projection.begin();
  }

  /**
   * Works out what the batch changes while the one before it is still being written: looks at rows only once that is
   * `settled`. What is read does not grow old before the write, whose checkpoint would have moved too. Rows that another
   * worker wrote meanwhile look like a poisonous event here; only the write, which has the checkpoint, can tell.
   */
  async prepare({ events }: Batch, settled: Promise<void>): Promise<Prepared> {
    try {
      return await this.workOut(events, async () => {
        await settled;
        return this.pool;
      });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /**
   * `moved`: the checkpoint is not where the batch begins, since another worker wrote it; nothing was done.
   * @throws PoisonousEvent, and whatever the server says
   */
  async write(batch: Batch, prepared: Prepared | null = null): Promise<'written' | 'moved'> {
    const client = await this.pool.connect();
    client.on('error', ignored);
    try {
      await this.reach('begin');
      const isOurs = (await this.lock(client)) === batch.from;
      if (!isOurs) await client.query('rollback');
      else await this.fill(client, batch, prepared);
      client.off('error', ignored);
      client.release();
      if (!isOurs) this.forget();
      return isOurs ? 'written' : 'moved';
    } catch (error) {
      this.forget();
      // Closing the connection is the one rollback that also works on a broken one.
      client.release(true);
      throw error;
    }
  }

  /** Whatever memory holds may be older than the rows. */
  forget(): void {
    this.projector = this.options.projection.begin();
  }

  private async fill(client: pg.PoolClient, { events, to }: Batch, prepared: Prepared | null): Promise<void> {
    const isCurrent = prepared?.projector === this.projector;
    const { operations } = isCurrent ? prepared : await this.workOut(events, () => Promise.resolve(client));
    for (const operation of operations) {
      await this.reach('rows');
      await client.query(statementOf(operation, this.options.schema));
    }
    await this.reach('checkpoint');
    await client.query(this.ending(to));
    await this.reach('done');
  }

  /** @throws PoisonousEvent */
  private async workOut(events: readonly StoredEvent[], place: () => Promise<ReadsRows>): Promise<Prepared> {
    const { projector } = this;
    if (events.length === 0) return { projector, operations: [] };
    await this.reach('recall');
    await projector.recall(events, async <R extends Row>(text: string, values: readonly unknown[]) => {
      const statement = text.replaceAll('{schema}', this.options.schema);
      return (await (await place()).query<R>(statement, [...values])).rows;
    });
    return { projector, operations: projector.project(events) };
  }

  /** Where the checkpoint is, `undefined` for nowhere: a rebuild has just put another row in its place. */
  private async lock(client: pg.PoolClient): Promise<Position | null | undefined> {
    const results = (await client.query(
      `begin; set local synchronous_commit = off;
       select position from read_models.checkpoint where projection = ${quoted(this.options.checkpoint)} for update`,
    )) as unknown as readonly pg.QueryResult<{ position: Position | null }>[];
    return results.at(-1)?.rows[0]?.position;
  }

  private ending(to: Position): string {
    const { checkpoint } = this.options;
    return `
      update read_models.checkpoint set position = ${quoted(to)}, updated_at = now(),
        failed_position = null, failed_event = null, failure = null, failed_at = null
      where projection = ${quoted(checkpoint)};
      select pg_notify('${CHANNEL}', ${quoted(`${checkpoint} ${to}`)});
      commit`;
  }

  private async reach(step: BatchStep): Promise<void> {
    await this.options.interrupt?.(step);
  }
}

/** A connection that breaks between two queries says so by an event; the next query fails and tells us all the same. */
const ignored = (): void => undefined;
