import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * Brings a schema to what `ddl` says, which may be run again and again; any number of processes may start at once. The
 * schema's comment is the digest of what made it, and where that is the same nothing is locked: even what is created
 * only `if not exists` locks tables that are there, and comes in the way of whoever works with them.
 * @param schema a name that needs no quotes
 */
export async function schemaInPlace(pool: pg.Pool, schema: string, ddl: string): Promise<void> {
  const digest = createHash('sha256').update(ddl).digest('hex');
  if ((await madeBy(pool, schema)) === digest) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`mubiao ${schema}`]);
    if ((await madeBy(client, schema)) !== digest)
      await client.query(`${ddl}; comment on schema ${schema} is '${digest}'`);
    await client.query('commit');
  } finally {
    client.release(true);
  }
}

async function madeBy(db: pg.Pool | pg.PoolClient, schema: string): Promise<string | null> {
  const { rows } = await db.query<{ digest: string | null }>(
    `select obj_description(to_regnamespace($1), 'pg_namespace') as digest`,
    [schema],
  );
  return rows[0]?.digest ?? null;
}
