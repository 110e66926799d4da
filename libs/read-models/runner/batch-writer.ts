import type pg from 'pg';
import type { Position, StoredEvent } from '#event-store';
import { statementOf } from '../rows/index.ts';
import type { Projection, Projector, ReadRows, Row } from '../rows/index.ts';
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

  /** `moved`: the checkpoint is not where the batch begins, since another worker wrote it; nothing was done. */
  async write(batch: Batch): Promise<'written' | 'moved'> {
    const client = await this.pool.connect();
    client.on('error', ignored);
    try {
      await this.reach('begin');
      const isOurs = (await this.lock(client)) === batch.from;
      if (!isOurs) await client.query('rollback');
      else await this.fill(client, batch);
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

  private async fill(client: pg.PoolClient, { events, to }: Batch): Promise<void> {
    const { schema } = this.options;
    if (events.length > 0) {
      await this.reach('recall');
      await this.projector.recall(events, readerOf(client, schema));
      for (const operation of this.projector.project(events)) {
        await this.reach('rows');
        await client.query(statementOf(operation, schema));
      }
    }
    await this.reach('checkpoint');
    await client.query(this.ending(to));
    await this.reach('done');
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

function readerOf(client: pg.PoolClient, schema: string): ReadRows {
  return async <R extends Row>(text: string, values: readonly unknown[]) => {
    const { rows } = await client.query<R>(text.replaceAll('{schema}', schema), [...values]);
    return rows;
  };
}
