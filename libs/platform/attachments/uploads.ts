import type pg from 'pg';
import { schemaInPlace } from '#event-store';

/** An upload as it is remembered: who may refer to the content, and what is said of it when it is downloaded. */
export interface Upload {
  sha256: string;
  name: string;
  size: number;
  /** Media type, told by content. */
  type: string;
}

const TABLES = `
create schema if not exists attachments;
create table if not exists attachments.upload (
  sha256 text not null, holder text not null, name text not null, size bigint not null, type text not null,
  uploaded_by text not null, used_at timestamptz not null, primary key (sha256, holder));`;

/** Several processes may start at once: one creates, the others wait. */
export const createUploadTable = (pool: pg.Pool): Promise<void> => schemaInPlace(pool, 'attachments', TABLES);

/** Remembers an upload of an office; the same content again is the same upload. */
export async function rememberUpload(
  pool: pg.Pool,
  { sha256, name, size, type }: Upload,
  { holder, user }: { holder: string; user: string },
): Promise<void> {
  await pool.query(
    `insert into attachments.upload values ($1, $2, $3, $4, $5, $6, now())
     on conflict (sha256, holder) do update set name = excluded.name, used_at = now()`,
    [sha256, holder, name, size, type, user],
  );
}

/**
 * Which of the contents an office uploaded; each of them is kept for another day at least, so that none is collected
 * between this answer and the event that will refer to it.
 */
export async function claimUploads(
  pool: pg.Pool,
  holder: string,
  sha256s: readonly string[],
): Promise<Set<string>> {
  const { rows } = await pool.query<{ sha256: string }>(
    'update attachments.upload set used_at = now() where holder = $1 and sha256 = any($2) returning sha256',
    [holder, sha256s],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** What is known of a content, whoever uploaded it. */
export async function uploadOf(pool: pg.Pool, sha256: string): Promise<Upload | null> {
  const { rows } = await pool.query<{ name: string; size: string; type: string }>(
    'select name, size, type from attachments.upload where sha256 = $1 order by used_at limit 1',
    [sha256],
  );
  const [row] = rows;
  return row ? { sha256, name: row.name, size: Number(row.size), type: row.type } : null;
}

/** Forgets uploads of a content that nobody used since; answers whether none is left. */
export async function forgetUploads(pool: pg.Pool, sha256: string, unusedSince: Date): Promise<boolean> {
  await pool.query('delete from attachments.upload where sha256 = $1 and used_at < $2', [
    sha256,
    unusedSince,
  ]);
  const { rowCount } = await pool.query('select 1 from attachments.upload where sha256 = $1', [sha256]);
  return rowCount === 0;
}
