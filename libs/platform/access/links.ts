import type pg from 'pg';

import { hashed, newToken } from './tokens.ts';

/** A link lives for a day, unless its maker says otherwise. */
export const LINK_LIVES_MS = 24 * 60 * 60_000;

/** One-time links by which a person sets the first password. */
export class Links {
  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => number,
  ) {}

  /** A new link for a person puts an end to earlier ones. */
  async create(user: string, livesMs = LINK_LIVES_MS): Promise<string> {
    const token = newToken();
    await this.pool.query('delete from access.link where user_id = $1', [user]);
    await this.pool.query('insert into access.link (id, user_id, expires_at) values ($1, $2, $3)', [
      hashed(token),
      user,
      new Date(this.now() + livesMs),
    ]);
    return token;
  }

  /** Whose it is, once; `null` for one that never was, was used or is too old. */
  async redeem(token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ user_id: string }>(
      'delete from access.link where id = $1 and expires_at > $2 returning user_id',
      [hashed(token), new Date(this.now())],
    );
    return rows[0]?.user_id ?? null;
  }
}
