import pg from 'pg';

export interface Hearer {
  heard(payload: string): void;
  /** Announcements may have been missed: nothing remembered may be trusted. */
  deaf(): void;
}

/** Hears what any process announces on a channel (NOTIFY), over a connection of its own that is made at first need. */
export class Announcements {
  #client: pg.Client | undefined;
  #connecting: Promise<void> | undefined;
  #isClosed = false;
  isHearing = false;

  /** @param channel a plain SQL name */
  constructor(
    private readonly pool: pg.Pool,
    private readonly channel: string,
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
    client.on('notification', ({ payload }) => this.hearer.heard(payload ?? ''));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.isHearing = this.#client === client;
    } catch {
      lost();
      await client.end().catch(() => undefined);
    }
  }
}
