import pg from 'pg';
import { createPostgresStore, type StoredEvent } from '#event-store';
import { runProjections, type Projection } from '#read-models';
import { loadEmmett } from '../../rivals/emmett.ts';

/** As the projections read. */
const BATCH = 1_000;

/** A whole catch-up from the beginning of the log; resolves to its seconds, setting up not counted. */
export type CatchUp = () => Promise<number>;

/** The whole feed read and thrown away: nothing else can be faster. */
export function readingOnly(url: string, use: (event: StoredEvent) => unknown = () => undefined): CatchUp {
  return async () => {
    const store = await createPostgresStore(url);
    const head = await store.head();
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      const subscription = store.subscribe({ batchSize: BATCH }, (events, checkpoint) => {
        events.forEach(use);
        if (checkpoint === head) resolve();
        return Promise.resolve();
      });
      subscription.ended.catch(reject);
    });
    const seconds = (performance.now() - began) / 1_000;
    await store.close();
    return seconds;
  };
}

/** Rows and checkpoints included, as a worker does it. */
export function projecting(url: string, projections: readonly Projection[]): CatchUp {
  return async () => {
    await dropReadModels(url);
    const store = await createPostgresStore(url);
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const head = await store.head();
    const log = (sentence: string, error?: unknown): void => console.error(sentence, error);
    const began = performance.now();
    const running = await runProjections({ databaseUrl: url, store, log, projections });
    while ((await laggards(pool, head)) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const seconds = (performance.now() - began) / 1_000;
    await running.stop();
    await pool.end();
    await store.close();
    return seconds;
  };
}

/** Emmett's consumer with one reactor that does nothing at all, and its checkpoints; `null` where not installed. */
export function emmettConsuming(url: string, events: number): CatchUp {
  return async () => {
    const emmett = await loadEmmett();
    if (emmett === null) return Number.NaN;
    const store = emmett.getPostgreSQLEventStore(url);
    const consumer = store.consumer({ pulling: { batchSize: BATCH, pullingFrequencyInMs: 1 } });
    let seen = 0;
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      const eachMessage = (): void => {
        seen += 1;
        if (seen >= events) resolve();
      };
      const processorId = `catch-up-${began}`;
      consumer.reactor({ processorId, eachMessage, startFrom: 'BEGINNING' });
      consumer.start().catch(reject);
    });
    const seconds = (performance.now() - began) / 1_000;
    await consumer.close();
    await store.close();
    return seconds;
  };
}

async function laggards(pool: pg.Pool, head: string | null): Promise<number> {
  const { rows } = await pool.query<{ behind: number }>(
    'select count(*)::int as behind from read_models.checkpoint where position is distinct from $1',
    [head],
  );
  return rows[0]?.behind ?? 1;
}

async function dropReadModels(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c client_min_messages=warning' });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select schema_name as name from information_schema.schemata where schema_name like 'read\\_%'`,
  );
  for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
  await client.end();
}
