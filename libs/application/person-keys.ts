import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Pool } from 'pg';
import { schemaInPlace } from '#event-store';
import { writeKeyOnce } from './key-file.ts';
import { type PersonKeys } from './ports.ts';

/** NOTIFY channel that tells every process to forget what keys it remembers. */
export const ERASED_CHANNEL = 'person_key_erased';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Kept in a schema of its own, so that it can be backed up apart and never with the events. */
const SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS person_keys;
  CREATE TABLE IF NOT EXISTS person_keys.key (
    id uuid PRIMARY KEY,
    subject bytea NOT NULL UNIQUE,
    secret bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  );`;

/** Creates what is missing; several processes may start at once. */
export const preparePersonKeys = (pool: Pool): Promise<void> => schemaInPlace(pool, 'person_keys', SCHEMA);

/**
 * The installation's master key, made at first use: 64 hexadecimal digits in a file that only its owner reads. It wraps
 * every person's key, so a copy of the database alone reveals nobody; back it up apart.
 * @throws Error with a sentence for a file that holds anything else
 */
export function readMasterKey(file: string): Buffer {
  const existing = readIfThere(file);
  const text = existing ?? makeMasterKey(file);
  if (!/^[0-9a-f]{64}$/.test(text.trim()))
    throw new Error(`密钥文件 ${file} 的内容不是 64 位十六进制数，请恢复备份的密钥文件。`);
  return Buffer.from(text.trim(), 'hex');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`无法读取密钥文件 ${file}，请检查文件权限。`, { cause: error });
  }
}

const makeMasterKey = (file: string): string =>
  writeKeyOnce(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`);

function wrap(secret: Buffer, master: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', master, nonce);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function unwrap(wrapped: Buffer, master: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/** Keys of persons in PostgreSQL, wrapped by the master key. The subject is a keyed hash: the table itself names nobody. */
export async function openPersonKeys(pool: Pool, master: Buffer): Promise<PersonKeys> {
  await preparePersonKeys(pool);
  const hashed = ({ unitCode, name }: { unitCode: string; name: string }): Buffer =>
    createHmac('sha256', master).update(`${unitCode}\n${name}`).digest();
  return {
    async keyOf(subject) {
      // Looked for first: nearly every form names people who have their keys, and a write waits for the disk.
      const key = (await find(pool, hashed(subject))) ?? (await make(pool, hashed(subject), master));
      return { id: key.id, secret: unwrap(key.secret, master) };
    },
    async secretsOf(ids) {
      const { rows } = await pool.query<{ id: string; secret: Buffer }>({
        name: 'person-secrets',
        text: 'SELECT id, secret FROM person_keys.key WHERE id = ANY($1::uuid[])',
        values: [ids],
      });
      return new Map(rows.map(({ id, secret }) => [id, unwrap(secret, master)]));
    },
    async erase(subject) {
      const { rowCount } = await pool.query(
        `WITH gone AS (DELETE FROM person_keys.key WHERE subject = $1 RETURNING id)
         SELECT id, pg_notify('${ERASED_CHANNEL}', '') FROM gone`,
        [hashed(subject)],
      );
      return rowCount ?? 0;
    },
  };
}

interface Wrapped {
  id: string;
  secret: Buffer;
}

async function find(pool: Pool, subject: Buffer): Promise<Wrapped | undefined> {
  const { rows } = await pool.query<Wrapped>({
    name: 'person-key',
    text: 'SELECT id, secret FROM person_keys.key WHERE subject = $1',
    values: [subject],
  });
  return rows[0];
}

/** Of two that make the same person's key at once both get the first one's. */
async function make(pool: Pool, subject: Buffer, master: Buffer): Promise<Wrapped> {
  const { rows } = await pool.query<Wrapped>({
    name: 'person-key-made',
    text: `INSERT INTO person_keys.key AS k (id, subject, secret) VALUES ($1, $2, $3)
           ON CONFLICT (subject) DO UPDATE SET subject = k.subject RETURNING id, secret`,
    values: [randomUUID(), subject, wrap(randomBytes(KEY_BYTES), master)],
  });
  const [key] = rows;
  if (!key) throw new Error('PostgreSQL returned no key');
  return key;
}
