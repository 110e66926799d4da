import pg from 'pg';

interface Hearer {
  /** Sessions of this person ended somewhere. */
  ended(user: string): void;
  /** Announcements may have been missed. */
  deaf(): void;
}

/** Listens for sessions that ended in any process, over a connection of its own that is made at first need. */
export class SessionNews {
  #client: pg.Client | undefined;
  #connecting: Promise<void> | undefined;
  #isClosed = false;
  isHearing = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly hearer: Hearer,
  ) {}

  /** Whether announcements arrive from here on; tries to connect where they do not. */
  async hears(): Promise<boolean> {
    if (this.isHearing) return true;
    if (this.#isClosed) return false;
    this.#connecting ??= this.#connect().finally(() => (this.#connecting = undefined));
    await this.#connecting;
    return this.isHearing;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#connecting;
    this.isHearing = false;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client(this.pool.options);
    const lost = (): void => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.isHearing = false;
      this.hearer.deaf();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.hearer.ended(payload ?? ''));
    this.#client = client;
    try {
      await client.connect();
      await client.query('listen access_session_ended');
      this.isHearing = this.#client === client;
    } catch {
      lost();
      await client.end().catch(() => undefined);
    }
  }
}
