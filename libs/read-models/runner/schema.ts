import type pg from 'pg';
import { definitionOf } from '../rows/index.ts';
import type { Projection } from '../rows/index.ts';

/** Where a projection's tables are: what readers see, and what a rebuild fills beside it. */
export const schemaOf = (name: string): string => `read_${name.replaceAll('-', '_')}`;
export const schemaBeside = (name: string): string => `${schemaOf(name)}_new`;
/** The name of the checkpoint that a rebuild counts with. */
export const checkpointBeside = (name: string): string => `${name}/new`;

/** NOTIFY channel that says how far a projection has got: `<projection> <position>`. */
export const CHANNEL = 'mubiao_projections';

/** First half of our two-part advisory locks; the second half is the purpose. */
const LOCKS = 1_297_436_226;
export const MIGRATION_LOCK = `${LOCKS}, 1`;
export const rebuildLock = (name: string): string => `${LOCKS}, hashtext('rebuild ${name}')`;

/**
 * One row a projection. `failed_*` are set while it stands still at an event that it cannot take;
 * `shape` says of which tables and version its rows are.
 */
const CHECKPOINTS = `
create schema if not exists read_models;
create table if not exists read_models.checkpoint (
  projection text collate "C" primary key,
  position text,
  shape text not null,
  updated_at timestamptz not null default now(),
  failed_position text,
  failed_event text,
  failure text,
  failed_at timestamptz
) with (fillfactor = 20);`;

export const shapeOf = ({ version, tables }: Projection): string =>
  `-- version ${version}\n${definitionOf(tables, 'read')}`;

/**
 * Creates the tables of every projection that has none, under a lock, so that any process may call it at its start.
 * @returns the names of projections whose tables are of another program version and need a rebuild
 */
export async function migrateReadModels(
  pool: pg.Pool,
  projections: readonly Projection[],
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await client.query(CHECKPOINTS);
    const { rows } = await client.query<{ projection: string; shape: string }>(
      'select projection, shape from read_models.checkpoint',
    );
    const shapes = new Map(rows.map(({ projection, shape }) => [projection, shape]));
    for (const projection of projections.filter(({ name }) => !shapes.has(name))) {
      await client.query(definitionOf(projection.tables, schemaOf(projection.name)));
      await addCheckpoint(client, projection.name, projection);
    }
    await client.query('commit');
    return projections
      .filter((projection) => (shapes.get(projection.name) ?? shapeOf(projection)) !== shapeOf(projection))
      .map(({ name }) => name);
  } finally {
    client.release(true);
  }
}

export async function addCheckpoint(
  client: pg.ClientBase,
  name: string,
  projection: Projection,
): Promise<void> {
  await client.query('insert into read_models.checkpoint (projection, shape) values ($1, $2)', [
    name,
    shapeOf(projection),
  ]);
}
