import type pg from 'pg';
import { Announcements } from '#platform/announcements';
import { hashed, newToken } from './tokens.ts';

export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** How late the database may learn that a session is in use. */
const NOTED_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;
/** NOTIFY channel that says whose sessions ended: the user's id. */
const ENDED_CHANNEL = 'access_session_ended';

interface Known {
  user: string;
  created: number;
  seen: number;
  noted: number;
}

/**
 * Sessions by the hash of their token. A process remembers those it has seen, so that a request costs no query; the
 * end of one is announced to every process, and whoever cannot hear announcements remembers nothing.
 */
export class Sessions {
  readonly #known = new Map<string, Known>();
  readonly #news: Announcements;
  readonly #listeners = new Set<(user: string | null) => void>();
  /** Counts ends: what was read before one may not be remembered after it. */
  #ends = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => number,
  ) {
    this.#news = new Announcements(pool, ENDED_CHANNEL, {
      heard: (user) => this.#forget(user),
      deaf: () => this.#forgetAll(),
    });
  }

  async begin(user: string): Promise<string> {
    const token = newToken();
    const now = new Date(this.now());
    await this.pool.query(
      'insert into access.session (id, user_id, created_at, seen_at) values ($1, $2, $3, $3)',
      [hashed(token), user, now],
    );
    return token;
  }

  /** Whose session it is; `null` where it never was, was ended, or is too old. Using it keeps it open. */
  async userOf(token: string): Promise<string | null> {
    const id = hashed(token);
    const known = await this.#find(id);
    if (!known) return null;
    known.seen = this.now();
    if (known.seen - known.noted >= NOTED_EVERY_MS) await this.#note(id, known);
    return known.user;
  }

  /** Whose session it is, as `userOf`, but looking does not keep it open: for pages that ask by themselves. */
  async look(token: string): Promise<string | null> {
    return (await this.#find(hashed(token)))?.user ?? null;
  }

  /**
   * The listener hears of every end of a person's sessions, in whatever process (`null`: perhaps one was missed); ends
   * by time are nobody's doing and not announced. Answers how to stop listening.
   */
  onEnd(listener: (user: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async end(token: string): Promise<void> {
    await this.#delete('id = $1', hashed(token));
  }

  /** All of a person's, as when a password changes or somebody leaves. */
  async endAllOf(user: string): Promise<void> {
    await this.#delete('user_id = $1', user);
  }

  close(): Promise<void> {
    return this.#news.close();
  }

  async #find(id: string): Promise<Known | undefined> {
    return this.#open(this.#known.get(id)) ?? this.#open(await this.#load(id));
  }

  #open(session: Known | undefined): Known | undefined {
    if (!session) return undefined;
    const now = this.now();
    const isOpen = now - session.seen < IDLE_MS && now - session.created < LONGEST_MS;
    return isOpen ? session : undefined;
  }

  async #load(id: string): Promise<Known | undefined> {
    this.#known.delete(id);
    const hears = await this.#news.hears();
    const ends = this.#ends;
    const { rows } = await this.pool.query<{ user_id: string; created_at: Date; seen_at: Date }>({
      name: 'access-session',
      text: 'select user_id, created_at, seen_at from access.session where id = $1',
      values: [id],
    });
    const [row] = rows;
    if (!row) return undefined;
    const seen = row.seen_at.getTime();
    const known = { user: row.user_id, created: row.created_at.getTime(), seen, noted: seen };
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    if (hears && this.#news.isHearing && ends === this.#ends) this.#known.set(id, known);
    return known;
  }

  async #note(id: string, known: Known): Promise<void> {
    known.noted = known.seen;
    await this.pool.query('update access.session set seen_at = greatest(seen_at, $2) where id = $1', [
      id,
      new Date(known.seen),
    ]);
  }

  async #delete(which: string, value: string): Promise<void> {
    const { rows } = await this.pool.query<{ user_id: string }>(
      `with gone as (delete from access.session where ${which} returning user_id)
       select user_id, pg_notify('${ENDED_CHANNEL}', user_id) from gone`,
      [value],
    );
    for (const { user_id: user } of rows) this.#forget(user);
  }

  #forgetAll(): void {
    this.#ends += 1;
    this.#known.clear();
    for (const hear of [...this.#listeners]) hear(null);
  }

  #forget(user: string): void {
    this.#ends += 1;
    for (const [id, known] of this.#known) if (known.user === user) this.#known.delete(id);
    for (const hear of [...this.#listeners]) hear(user);
  }
}
