import type pg from 'pg';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { definitionOf } from '../rows/index.ts';
import type { Projection } from '../rows/index.ts';
import { BatchWriter } from './batch-writer.ts';
import { Pipeline } from './pipeline.ts';
import {
  addCheckpoint,
  CHANNEL,
  checkpointBeside,
  rebuildLock,
  schemaBeside,
  schemaOf,
  shapeOf,
} from './schema.ts';

export interface RebuildOptions {
  pool: pg.Pool;
  store: EventStore;
  projection: Projection;
  /** Called now and then with the number of events looked at so far. */
  onProgress?: (events: number) => void;
}

export interface Rebuilt {
  projection: string;
  /** How many events the new rows come from. */
  events: number;
  position: Position | null;
}

/** Somebody else is rebuilding the same projection. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
}

const BATCH = 4_000;

/**
 * Builds a projection anew beside the one that readers see, catches up while appends go on, and swaps the two in one
 * transaction: a reader sees all of the old rows or all of the new ones. Workers go on from where the new one is.
 * @throws RebuildRunning; PoisonousEvent when the history cannot be projected, in which case the old one stays
 */
export async function rebuildProjection(options: RebuildOptions): Promise<Rebuilt> {
  const { pool, projection } = options;
  const guard = await pool.connect();
  try {
    const { rows } = await guard.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(${rebuildLock(projection.name)}) as mine`,
    );
    if (rows[0]?.mine !== true) throw new RebuildRunning(projection.name);
    await clear(guard, projection.name);
    await guard.query(definitionOf(projection.tables, schemaBeside(projection.name)));
    await addCheckpoint(guard, checkpointBeside(projection.name), projection);
    return await buildAndSwap(options, guard);
  } finally {
    // The session's end frees the lock, whatever happened.
    guard.release(true);
  }
}

/** Also what a rebuild left behind that was killed. */
async function clear(client: pg.ClientBase, name: string): Promise<void> {
  await client.query(`drop schema if exists ${schemaBeside(name)} cascade`);
  await client.query('delete from read_models.checkpoint where projection = $1', [checkpointBeside(name)]);
}

async function buildAndSwap(options: RebuildOptions, guard: pg.PoolClient): Promise<Rebuilt> {
  const { projection } = options;
  const builder = new Builder(options);
  await builder.catchUp();
  await guard.query('begin');
  const { rows } = await guard.query<{ position: Position | null }>(
    'select position from read_models.checkpoint where projection = $1 for update',
    [projection.name],
  );
  // The workers wait for us now, so what readers have seen is a fixed place, and we must not fall back behind it.
  await builder.reach(rows[0]?.position ?? null);
  await swap(guard, projection, builder.position);
  await guard.query('commit');
  return { projection: projection.name, events: builder.events, position: builder.position };
}

async function swap(client: pg.PoolClient, projection: Projection, position: Position | null): Promise<void> {
  const { name } = projection;
  const old = `${schemaOf(name)}_old`;
  await client.query(`
    alter schema ${schemaOf(name)} rename to ${old};
    alter schema ${schemaBeside(name)} rename to ${schemaOf(name)};
    drop schema ${old} cascade`);
  await client.query('delete from read_models.checkpoint where projection = $1', [checkpointBeside(name)]);
  await client.query(
    `update read_models.checkpoint set position = $2, shape = $3, updated_at = now(),
       failed_position = null, failed_event = null, failure = null, failed_at = null
     where projection = $1`,
    [name, position, shapeOf(projection)],
  );
  if (position !== null) await client.query('select pg_notify($1, $2)', [CHANNEL, `${name} ${position}`]);
}

/** Fills the tables beside from the beginning of the feed. */
class Builder {
  position: Position | null = null;
  events = 0;
  private readonly pipeline: Pipeline;

  constructor(private readonly options: RebuildOptions) {
    const { pool, projection } = options;
    const { name } = projection;
    const place = { checkpoint: checkpointBeside(name), schema: schemaBeside(name) };
    const writer = new BatchWriter(pool, { projection, ...place });
    this.pipeline = new Pipeline(writer, async (batch, prepared) => {
      const done = await writer.write(batch, prepared);
      if (done === 'moved') throw new Error('The rebuild was cleared away by somebody else.');
    });
  }

  /** Until it has seen what was the feed's end when it last looked. */
  async catchUp(): Promise<void> {
    for (;;) {
      const events = await this.step();
      this.options.onProgress?.(this.events);
      if (events < BATCH) return this.pipeline.settled();
    }
  }

  async reach(place: Position | null): Promise<void> {
    const { store } = this.options;
    while (place !== null && (this.position === null || store.compare(this.position, place) < 0)) {
      // Nothing of ours lies between here and there: the live checkpoint also covers what the filter passed over.
      if ((await this.step()) === 0) await this.take([], place);
    }
    await this.pipeline.settled();
  }

  private async step(): Promise<number> {
    const { store, projection } = this.options;
    const from = this.position === null ? {} : { from: this.position };
    const { events } = await store.readAll({ ...from, filter: projection.filter, limit: BATCH });
    const last = events.at(-1);
    if (last !== undefined) await this.take(events, last.position);
    return events.length;
  }

  private async take(events: readonly StoredEvent[], to: Position): Promise<void> {
    await this.pipeline.take({ events, from: this.position, to });
    this.events += events.length;
    this.position = to;
  }
}
