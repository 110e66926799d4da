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
  /** Works out batches beforehand. */
  private ahead: Projector;
  /** Works out, in its turn, a batch that was not. Another one, since both may be at work at the same time. */
  private inTurn: Projector | null = null;
  /** The tables as the server numbers them: a rebuild puts others in their place. */
  private tables: string | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly options: WriterOptions,
  ) {
    this.ahead = options.projection.begin();
  }

  /**
   * Works out what the batch changes while the one before it is still being written: looks at rows only once that is
   * `settled`. What is read does not grow old before the write, whose checkpoint would have moved too. Rows that another
   * worker wrote meanwhile look like a poisonous event here; only the write, which has the checkpoint, can tell.
   */
  async prepare({ events }: Batch, settled: Promise<void>): Promise<Prepared> {
    try {
      return await this.workOut(this.ahead, events, async () => {
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
    const isCurrent = prepared?.projector === this.ahead;
    // Whoever works out the next batch meanwhile must not go on from what it does not hold.
    if (!isCurrent) this.ahead = this.options.projection.begin();
    const client = await this.pool.connect();
    client.on('error', ignored);
    try {
      await this.reach('begin');
      const { position, tables } = await this.lock(client);
      const isOurs = position === batch.from;
      const isAsRead = this.areTablesOf(tables);
      if (isOurs) await this.fill(client, batch, isCurrent && isAsRead ? prepared : null);
      else await client.query('rollback');
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
    this.ahead = this.options.projection.begin();
    this.inTurn = null;
  }

  private async fill(client: pg.PoolClient, { events, to }: Batch, prepared: Prepared | null): Promise<void> {
    const { operations } = prepared ?? (await this.workOutInTurn(events, client));
    if (prepared !== null) this.inTurn = null;
    for (const operation of operations) {
      await this.reach('rows');
      await client.query(statementOf(operation, this.options.schema));
    }
    await this.reach('checkpoint');
    await client.query(this.ending(to));
    await this.reach('done');
  }

  /** What was read of the tables of before a rebuild is forgotten. */
  private areTablesOf(tables: string | null): boolean {
    const areSame = this.tables === tables;
    this.tables = tables;
    if (!areSame) this.forget();
    return areSame;
  }

  private workOutInTurn(events: readonly StoredEvent[], client: pg.PoolClient): Promise<Prepared> {
    this.inTurn ??= this.options.projection.begin();
    return this.workOut(this.inTurn, events, () => Promise.resolve(client));
  }

  /** @throws PoisonousEvent */
  private async workOut(
    projector: Projector,
    events: readonly StoredEvent[],
    place: () => Promise<ReadsRows>,
  ): Promise<Prepared> {
    if (events.length === 0) return { projector, operations: [] };
    await this.reach('recall');
    await projector.recall(events, async <R extends Row>(text: string, values: readonly unknown[]) => {
      const statement = text.replaceAll('{schema}', this.options.schema);
      return (await (await place()).query<R>(statement, [...values])).rows;
    });
    return { projector, operations: projector.project(events) };
  }

  /** Where the checkpoint is, `undefined` for nowhere, and which tables are in place, looked for under its lock. */
  private async lock(
    client: pg.PoolClient,
  ): Promise<{ position: Position | null | undefined; tables: string | null }> {
    const { checkpoint, schema } = this.options;
    const results = (await client.query(
      `begin; set local synchronous_commit = off;
       select position from read_models.checkpoint where projection = ${quoted(checkpoint)} for update;
       select to_regnamespace(${quoted(schema)})::oid::text as tables`,
    )) as unknown as readonly pg.QueryResult<{ position?: Position | null; tables?: string | null }>[];
    const [found, placed] = results.slice(-2).map(({ rows }) => rows[0]);
    return { position: found?.position, tables: placed?.tables ?? null };
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
