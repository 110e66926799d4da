import type pg from 'pg';

import { hashed } from './tokens.ts';

export const FAILURES_ALLOWED = 5;
export const LOCKED_FOR_MS = 15 * 60_000;

/** Counts by the name that was typed, known or not: a lock tells nobody whether the account exists. */
export class Attempts {
  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => number,
  ) {}

  /** When the name opens again, in milliseconds since 1970; `null` = it is open. */
  async lockedUntil(username: string): Promise<number | null> {
    const { rows } = await this.pool.query<{ locked_until: Date | null }>(
      'select locked_until from access.failure where name_hash = $1',
      [hashed(username)],
    );
    const until = rows[0]?.locked_until?.getTime() ?? 0;
    return until > this.now() ? until : null;
  }

  /** Counts the attempt before the password is looked at, so that many at once count as many. Answers the lock's end. */
  async begin(username: string): Promise<number | null> {
    const now = this.now();
    const { rows } = await this.pool.query<{ locked_until: Date | null }>(COUNT, [
      hashed(username),
      new Date(now),
      new Date(now - LOCKED_FOR_MS),
      FAILURES_ALLOWED,
      new Date(now + LOCKED_FOR_MS),
    ]);
    return rows[0]?.locked_until?.getTime() ?? null;
  }

  async succeed(username: string): Promise<void> {
    await this.pool.query('delete from access.failure where name_hash = $1 or last_at < $2', [
      hashed(username),
      new Date(this.now() - 24 * 60 * 60_000),
    ]);
  }
}

/** Failures older than the lock's length are forgotten; the fifth in a row locks. */
const COUNT = `
insert into access.failure as f (name_hash, failures, last_at) values ($1, 1, $2)
on conflict (name_hash) do update set
  failures = case when f.last_at < $3 then 1 else f.failures + 1 end,
  last_at = $2,
  locked_until = case when f.last_at >= $3 and f.failures + 1 >= $4 then $5::timestamptz end
returning locked_until`;
