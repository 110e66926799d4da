import pg from 'pg';
import type { Position } from '../port.ts';
import type { Connection } from './connection.ts';
import { configOf } from './connection.ts';
import { CHANNEL } from './schema.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * The one LISTEN connection of a store. It only ever makes readers look sooner: when it is down they are woken by the
 * poll, and when it is back everybody is woken, since notifications are not kept.
 */
export class Listener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private closed = false;
  private connecting: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    /** `null`: perhaps something was missed. */
    private readonly onNews: (upTo: Position | null) => void,
  ) {}

  start(): void {
    this.connecting = this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.connecting;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(configOf(this.connection));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ payload }) => this.onNews(payload ?? null));
    try {
      await client.connect();
      this.client = client;
      await client.query(`listen ${CHANNEL}`);
      this.pause = FIRST_PAUSE_MS;
      this.onNews(null);
    } catch {
      await client.end().catch(() => undefined);
      this.reconnect(client);
    }
  }

  private reconnect(client: pg.Client): void {
    if (this.client === client) this.client = null;
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}
