import type pg from 'pg';
import type { SignInEntry } from '#contracts';

export type SignInOutcome = SignInEntry['outcome'];
export type SignInKind = NonNullable<SignInEntry['kind']>;

/** Who signed in, from where, and who failed to: read by the security administrator. */
export class SignInLog {
  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => number,
  ) {}

  async add({ user, address, outcome, kind }: Omit<SignInEntry, 'id' | 'time'>): Promise<void> {
    await this.pool.query(
      'insert into access.sign_in (at, user_id, address, outcome, kind) values ($1, $2, $3, $4, $5)',
      [new Date(this.now()), user, address, outcome, kind],
    );
  }

  /** The newest first, `limit` at most, those before `before` (an entry's id) where given. */
  async read(limit: number, before?: string): Promise<SignInEntry[]> {
    const { rows } = await this.pool.query<Omit<SignInEntry, 'time'> & { at: Date }>(
      `select s.id::text, at, user_id as "user", address, outcome, kind from access.sign_in s
       where $2::bigint is null or s.id < $2 order by s.id desc limit $1`,
      [limit, before ?? null],
    );
    return rows.map(({ at, ...entry }) => ({ ...entry, time: at.toISOString() }));
  }
}
