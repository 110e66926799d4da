import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type PersonKeys } from './ports.ts';

const KEY_BYTES = 32;

/** Kept in a schema of its own, so that it can be backed up apart and never with the events. */
const SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS person_keys;
  CREATE TABLE IF NOT EXISTS person_keys.pepper (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), value bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS person_keys.key (
    id uuid PRIMARY KEY,
    subject bytea NOT NULL UNIQUE,
    secret bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  );`;

/** Creates what is missing; several processes may start at once. */
export async function preparePersonKeys(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT pg_advisory_xact_lock(hashtext('mubiao person_keys'))");
    await client.query(SCHEMA);
    await client.query('INSERT INTO person_keys.pepper (value) VALUES ($1) ON CONFLICT DO NOTHING', [
      randomBytes(KEY_BYTES),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Keys of persons in PostgreSQL. The subject is stored as a keyed hash, so the table itself names nobody. */
export async function openPersonKeys(pool: Pool): Promise<PersonKeys> {
  await preparePersonKeys(pool);
  const { rows } = await pool.query<{ value: Buffer }>('SELECT value FROM person_keys.pepper');
  const pepper = rows[0]?.value ?? Buffer.alloc(0);
  const hashed = ({ unitCode, name }: { unitCode: string; name: string }): Buffer =>
    createHmac('sha256', pepper).update(`${unitCode}\n${name}`).digest();
  return {
    async keyOf(subject) {
      const { rows } = await pool.query<{ id: string; secret: Buffer }>({
        name: 'person-key',
        text: `INSERT INTO person_keys.key AS k (id, subject, secret) VALUES ($1, $2, $3)
               ON CONFLICT (subject) DO UPDATE SET subject = k.subject RETURNING id, secret`,
        values: [randomUUID(), hashed(subject), randomBytes(KEY_BYTES)],
      });
      const [key] = rows;
      if (!key) throw new Error('PostgreSQL returned no key');
      return key;
    },
    async secretsOf(ids) {
      const { rows } = await pool.query<{ id: string; secret: Buffer }>({
        name: 'person-secrets',
        text: 'SELECT id, secret FROM person_keys.key WHERE id = ANY($1::uuid[])',
        values: [ids],
      });
      return new Map(rows.map(({ id, secret }) => [id, secret]));
    },
    async erase(subject) {
      const { rowCount } = await pool.query('DELETE FROM person_keys.key WHERE subject = $1', [
        hashed(subject),
      ]);
      return rowCount ?? 0;
    },
  };
}
