import type pg from 'pg';
import { MIGRATION_LOCK, MIGRATIONS } from './schema.ts';

/** Brings the schema `store` to the version of this program. Safe to run from any number of processes at once. */
export async function migrate(pool: pg.Pool): Promise<void> {
  if ((await versionOf(pool)) >= MIGRATIONS.length) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await client.query('create schema if not exists store');
    await client.query('create table if not exists store.schema_version (version int primary key)');
    const done = await versionOf(client);
    for (const [index, statements] of MIGRATIONS.slice(done).entries()) {
      await client.query(statements);
      await client.query('insert into store.schema_version values ($1)', [done + index + 1]);
    }
    await client.query('commit');
  } finally {
    client.release(true);
  }
}

async function versionOf(connection: pg.Pool | pg.PoolClient): Promise<number> {
  const known = await connection.query<{ known: boolean }>(
    `select to_regclass('store.schema_version') is not null as known`,
  );
  if (known.rows[0]?.known !== true) return 0;
  const { rows } = await connection.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from store.schema_version',
  );
  return rows[0]?.version ?? 0;
}
