import pg from 'pg';

import { Attempts } from './attempts.ts';
import { Links } from './links.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { SignInLog, type SignInKind, type SignInOutcome } from './sign-in-log.ts';
import { createTables } from './tables.ts';
import { Turns } from './turns.ts';

export type SignIn =
  | { outcome: 'signed-in'; token: string }
  | { outcome: 'refused' }
  /** `until` in milliseconds since 1970. */
  | { outcome: 'locked'; until: number };

/** What somebody typed, and whom the register knows by that name (`null`: nobody who may sign in). */
export interface SignInRequest {
  username: string;
  password: string;
  user: string | null;
  address: string;
}

/** Who was let in from where, and by what proof. */
export interface Admission {
  user: string;
  address: string;
  kind: Exclude<SignInKind, 'password'>;
}

/** Credentials, sessions, one-time links and the sign-in log: schema `access` of the database, never in events. */
export class Access {
  readonly sessions: Sessions;
  readonly links: Links;
  readonly log: SignInLog;
  readonly #attempts: Attempts;
  readonly #passwords = new Passwords();
  readonly #turns = new Turns();

  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => number,
  ) {
    this.sessions = new Sessions(pool, now);
    this.links = new Links(pool, now);
    this.log = new SignInLog(pool, now);
    this.#attempts = new Attempts(pool, now);
  }

  /** Sets or replaces a password and ends the person's sessions. The caller knows whose it may be. */
  async setPassword(user: string, password: string): Promise<void> {
    const hash = await this.#passwords.hash(password);
    await this.pool.query(SET_PASSWORD, [user, hash, new Date(this.now())]);
    await this.sessions.endAllOf(user);
  }

  /** Whether anybody has a password yet. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.pool.query('select 1 from access.credential limit 1');
    return rows.length === 0;
  }

  /**
   * A wrong name and a wrong password look alike. The fifth failure locks the name. Attempts under one name take turns:
   * an attempt counts before it is known to be right, so many right ones at once would lock the name. @throws TooBusy
   */
  signIn(request: SignInRequest): Promise<SignIn> {
    return this.#turns.take(request.username, () => this.#signIn(request));
  }

  async #signIn({ username, password, user, address }: SignInRequest): Promise<SignIn> {
    const told = (outcome: SignInOutcome): Promise<void> =>
      this.log.add({ user, address, outcome, kind: 'password' });
    const locked = await this.#attempts.lockedUntil(username);
    if (locked !== null) {
      await told('locked');
      return { outcome: 'locked', until: locked };
    }
    const lockedNow = await this.#attempts.begin(username);
    if (!(await this.#passwords.matches(user === null ? null : await this.#hashOf(user), password))) {
      await told('refused');
      return lockedNow === null ? { outcome: 'refused' } : { outcome: 'locked', until: lockedNow };
    }
    await this.#attempts.succeed(username);
    await told('signed-in');
    return { outcome: 'signed-in', token: await this.sessions.begin(user ?? '') };
  }

  /**
   * A session for somebody who proved who they are by something else than a password. A lock holds for passwords only:
   * whoever guesses them must not be able to keep the owner out of the other door.
   */
  async admit({ user, address, kind }: Admission): Promise<string> {
    await this.log.add({ user, address, outcome: 'signed-in', kind });
    return this.sessions.begin(user);
  }

  async close(): Promise<void> {
    await this.sessions.close();
    await this.pool.end();
  }

  async #hashOf(user: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ password_hash: string }>(
      'select password_hash from access.credential where user_id = $1',
      [user],
    );
    return rows[0]?.password_hash ?? null;
  }
}

const SET_PASSWORD = `
insert into access.credential (user_id, password_hash, changed_at) values ($1, $2, $3)
on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`;

/** Opens the storage, creating its tables where they are missing. `now` in milliseconds; only tests pass their own. */
export async function openAccess(databaseUrl: string, now: () => number = Date.now): Promise<Access> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  try {
    await createTables(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new Access(pool, now);
}
