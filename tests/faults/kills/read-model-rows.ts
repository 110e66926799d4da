import pg from 'pg';
import { createPostgresStore, type EventStore } from '#event-store';
import {
  openReadModels,
  PROJECTIONS,
  rebuildProjection,
  runProjections,
  VIEWS,
  type View,
} from '#read-models';

/** Lets all projections reach the end of the feed, undisturbed. */
export async function projectToTheEnd(url: string, store: EventStore): Promise<void> {
  const log = (sentence: string, error?: unknown): void => console.error(sentence, error);
  const running = await runProjections({ databaseUrl: url, store, log });
  const views = await openReadModels({ databaseUrl: url, store });
  const head = (await store.head()) ?? undefined;
  for (const view of Object.keys(VIEWS) as View[])
    while ((await views.waitFor(view, head)).stale) console.error(`still waiting for ${view}`);
  await views.close();
  await running.stop();
}

/** All rows of all projections, by table, in an order of their own. */
export async function rowsOf(url: string): Promise<Map<string, string[]>> {
  const pool = new pg.Pool({ connectionString: url });
  const tables = await pool.query<{ place: string }>(`
    select table_schema || '.' || table_name as place from information_schema.tables
    where table_schema like 'read\\_%' and table_schema <> 'read_models' order by 1`);
  const rows = new Map<string, string[]>();
  for (const { place } of tables.rows) {
    const { rows: texts } = await pool.query<{ row: string }>(`select t::text as row from ${place} t`);
    rows.set(place, texts.map(({ row }) => row).sort());
  }
  await pool.end();
  return rows;
}

/** What a rebuild from the beginning makes of the same history. */
export async function rebuiltRows(url: string): Promise<Map<string, string[]>> {
  const store = await createPostgresStore(url);
  const pool = new pg.Pool({ connectionString: url });
  for (const projection of PROJECTIONS) await rebuildProjection({ pool, store, projection });
  await pool.end();
  await store.close();
  return rowsOf(url);
}
