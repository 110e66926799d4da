import pg from 'pg';
import type { Position } from '#event-store';
import { CHANNEL } from './schema.ts';

export interface Reached {
  /** How far what is now read reaches; `null` before the first event. */
  position: Position | null;
  /** It is not as new as was asked for. */
  stale: boolean;
}

const LONGEST_WAIT_MS = 2_000;

/**
 * Waits for projections to reach a place in the feed, by LISTEN: nobody asks again and again. One connection a process,
 * opened at the first wait.
 */
export class Waiting {
  private listener: Promise<pg.Client> | null = null;
  private readonly waiters = new Set<(projection: string, position: Position) => void>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly compare: (a: Position, b: Position) => number,
  ) {}

  /** Until all of the projections have reached `after`, at most `longestMs` (and never over two seconds). */
  async waitFor(
    projections: readonly string[],
    after: Position,
    longestMs = LONGEST_WAIT_MS,
  ): Promise<Reached> {
    const first = await this.look(projections);
    if (this.isThere(first, projections, after)) return { position: this.least(first), stale: false };
    const known = new Map(first);
    const heard = await this.hear({ projections, after, known, longestMs });
    return { position: this.least(known), stale: !heard };
  }

  /** Where the projections are now, without waiting. */
  async where(projections: readonly string[]): Promise<Reached> {
    return { position: this.least(await this.look(projections)), stale: false };
  }

  async close(): Promise<void> {
    const client = await this.listener?.catch(() => null);
    this.listener = null;
    await client?.end();
  }

  private async hear(wish: {
    projections: readonly string[];
    after: Position;
    known: Map<string, Position | null>;
    longestMs: number;
  }): Promise<boolean> {
    const { projections, after, known } = wish;
    const isThere = (): boolean => this.isThere(known, projections, after);
    return await new Promise<boolean>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.waiters.delete(hear);
        resolve(isThere());
      };
      const hear = (projection: string, position: Position): void => {
        const before = known.get(projection);
        // What was looked up may arrive after newer news.
        if (before === null || (before !== undefined && this.compare(position, before) > 0))
          known.set(projection, position);
        if (isThere()) finish();
      };
      const timer = setTimeout(finish, Math.min(wish.longestMs, LONGEST_WAIT_MS));
      this.waiters.add(hear);
      // Looks again once it listens: what was written in between was not heard.
      this.listen()
        .then(() => this.look(projections))
        .then((now) => {
          for (const [projection, position] of now) if (position !== null) hear(projection, position);
        })
        .catch(finish);
    });
  }

  private isThere(
    known: ReadonlyMap<string, Position | null>,
    projections: readonly string[],
    after: Position,
  ): boolean {
    return projections.every((projection) => {
      const position = known.get(projection) ?? null;
      return position !== null && this.compare(position, after) >= 0;
    });
  }

  private least(known: ReadonlyMap<string, Position | null>): Position | null {
    const positions = [...known.values()];
    return positions.reduce((least, position) => {
      if (least === null || position === null) return null;
      return this.compare(position, least) < 0 ? position : least;
    }, positions[0] ?? null);
  }

  private async look(projections: readonly string[]): Promise<Map<string, Position | null>> {
    const { rows } = await this.pool.query<{ projection: string; position: Position | null }>({
      name: 'read-models-positions',
      text: 'select projection, position from read_models.checkpoint where projection = any($1)',
      values: [projections],
    });
    const found = new Map(rows.map(({ projection, position }) => [projection, position]));
    return new Map(projections.map((projection) => [projection, found.get(projection) ?? null]));
  }

  private listen(): Promise<pg.Client> {
    this.listener ??= this.connect().catch((error: unknown) => {
      this.listener = null;
      throw error;
    });
    return this.listener;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.pool.options);
    client.on('error', () => undefined);
    client.on('end', () => (this.listener = null));
    client.on('notification', ({ payload = '' }) => {
      const [projection = '', position = ''] = payload.split(' ');
      for (const hear of [...this.waiters]) hear(projection, position);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }
}
