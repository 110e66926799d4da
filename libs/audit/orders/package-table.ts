import type pg from 'pg';
import type { PackageProgress } from '#contracts';

/** Up to where orders were read from the feed; `null` = from its beginning. */
export async function ordersReadTo(db: pg.Pool): Promise<string | null> {
  const { rows } = await db.query<{ position: string }>(
    'select position from audit.follower where name = $1',
    [ORDERS],
  );
  return rows[0]?.position ?? null;
}

/** Two workers that read the same orders do no harm: what they ask for is there once. */
export async function rememberOrders(db: pg.Pool, position: string): Promise<void> {
  await db.query(
    `insert into audit.follower (name, position) values ($1, $2)
     on conflict (name) do update set position = excluded.position`,
    [ORDERS, position],
  );
}

const ORDERS = 'package orders';

/** A job that this worker has, until its lease is over. */
export interface Lease {
  id: string;
  attempt: number;
}

/** A worker that does not renew for so long is taken for dead. */
const LEASE = `interval '20 seconds'`;
/** A package that kills its worker so often and gets no further in between is left alone. */
const TRIES = 3;
/** A package that begins anew after an error does so no more than that. */
const ERRORS = 3;
/** Files are kept so long after they were asked for; the events stay. */
const KEPT = `interval '7 days'`;

/** Asks for a package; again for one that is known changes nothing. */
export async function enqueue(db: pg.Pool, id: string): Promise<void> {
  await db.query(`insert into audit.package (id, state) values ($1, 'waiting') on conflict do nothing`, [id]);
}

export async function progressOf(db: pg.Pool, id: string): Promise<PackageProgress | null> {
  const { rows } = await db.query<Omit<PackageProgress, 'size'> & { size: string | null }>({
    name: 'audit-package-progress',
    text: 'select state, done, total, size, sha256, failure from audit.package where id = $1',
    values: [id],
  });
  const [row] = rows;
  return row ? { ...row, size: row.size === null ? null : Number(row.size) } : null;
}

/**
 * The oldest package that nobody is making. What an attempt before has written is handed on with the lease; whoever had
 * it and is alive after all writes under that attempt, where nobody looks.
 */
export async function lease(db: pg.Pool): Promise<Lease | null> {
  const { rows } = await db.query<Lease>(
    `with job as (
       update audit.package p set state = 'running', attempt = p.attempt + 1, tries = p.tries + 1,
         leased_until = now() + ${LEASE}
       where id = (
         select id from audit.package
         where tries < ${TRIES} and (state = 'waiting' or (state = 'running' and leased_until < now()))
         order by asked_at limit 1 for update skip locked)
       returning id, attempt),
     handed as (
       update audit.package_chunk c set attempt = job.attempt from job
       where c.package = job.id and c.attempt = job.attempt - 1)
     select id, attempt from job`,
  );
  return rows[0] ?? null;
}

/** Says that the worker is alive, however long it takes to get further. */
export async function stayAlive(db: pg.Pool, { id, attempt }: Lease): Promise<void> {
  await db.query({
    name: 'audit-package-alive',
    text: `update audit.package set leased_until = now() + ${LEASE}
           where id = $1 and attempt = $2 and state = 'running'`,
    values: [id, attempt],
  });
}

/** Says how far it is; further than before, and deaths count anew. False = no longer ours: cancelled, or another's. */
export async function renew(
  db: pg.Pool,
  { id, attempt }: Lease,
  done: number,
  total: number,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'audit-package-renew',
    text: `update audit.package set done = $3, total = $4, leased_until = now() + ${LEASE},
             tries = case when $3 > done then 0 else tries end
           where id = $1 and attempt = $2 and state = 'running'`,
    values: [id, attempt, done, total],
  });
  return rowCount === 1;
}

/** The last bytes and the end of the job are one: a package is ready whole or not at all. */
export async function finish(
  db: pg.Pool,
  { id, attempt }: Lease,
  { size, sha256, last }: { size: number; sha256: string; last: { n: number; bytes: Buffer } },
): Promise<void> {
  await db.query(
    `with ready as (
       update audit.package set state = 'ready', size = $3, sha256 = $4, failure = null
       where id = $1 and attempt = $2 and state = 'running' returning id, attempt)
     insert into audit.package_chunk (package, attempt, n, bytes) select id, attempt, $5, $6 from ready`,
    [id, attempt, size, sha256, last.n, last.bytes],
  );
}

/** Ends the job with a sentence, or has it begun anew where `again` says so. */
export async function fail(
  db: pg.Pool,
  { id, attempt }: Lease,
  { sentence, again }: { sentence: string; again: boolean },
): Promise<void> {
  await db.query(
    `with job as (
       update audit.package set failure = $3, errors = errors + 1, tries = 0, done = 0,
         state = case when $4 and errors + 1 < ${ERRORS} then 'waiting' else 'failed' end
       where id = $1 and attempt = $2 and state = 'running')
     delete from audit.package_chunk where package = $1 and attempt <= $2`,
    [id, attempt, sentence, again],
  );
}

/** Gives the job back untried: the worker stops, and the next one goes on from what is written. */
export async function giveBack(db: pg.Pool, { id, attempt }: Lease): Promise<void> {
  await db.query(
    `update audit.package set state = 'waiting', tries = greatest(0, tries - 1), leased_until = null
     where id = $1 and attempt = $2 and state = 'running'`,
    [id, attempt],
  );
}

/** False = it is over already. */
export async function cancel(db: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update audit.package set state = 'cancelled' where id = $1 and state in ('waiting', 'running', 'ready')`,
    [id],
  );
  await db.query('delete from audit.package_chunk where package = $1', [id]);
  return rowCount === 1;
}

/**
 * Jobs whose worker died too often are said to have failed; files that were kept long enough go, and with them whatever
 * somebody wrote whose job was over or another's.
 */
export async function tidy(db: pg.Pool): Promise<void> {
  await db.query(
    `update audit.package set state = 'failed', failure = '生成过程多次意外中断，请联系管理员'
     where state = 'running' and leased_until < now() and tries >= ${TRIES}`,
  );
  await db.query(
    `update audit.package set state = 'expired' where state = 'ready' and asked_at < now() - ${KEPT}`,
  );
  await db.query(
    `delete from audit.package_chunk c using audit.package p
     where p.id = c.package and (c.attempt < p.attempt or p.state in ('failed', 'cancelled', 'expired'))`,
  );
}
