import pg from 'pg';
import type { Position } from '#event-store';
import { PROJECTIONS } from '#read-models';

/** What the projections announce in the transaction that makes their rows visible: `<projection> <position>`. */
const CHANNEL = 'mubiao_projections';

/** Notes when each commit became visible in each read model, without asking the database anything. */
export class ProjectionWatch {
  private readonly waiting = new Map<string, { position: Position; at: number }[]>();
  private readonly seen = new Map<string, number[]>();
  private readonly reached = new Map<string, Position>();

  private constructor(
    private readonly client: pg.Client,
    private readonly compare: (a: Position, b: Position) => number,
  ) {
    for (const { name } of PROJECTIONS) {
      this.waiting.set(name, []);
      this.seen.set(name, []);
    }
    client.on('notification', ({ payload = '' }) => {
      const [name = '', position = ''] = payload.split(' ');
      this.visible(name, position);
    });
  }

  static async over(url: string, compare: (a: Position, b: Position) => number): Promise<ProjectionWatch> {
    const client = new pg.Client({ connectionString: url });
    const watch = new ProjectionWatch(client, compare);
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return watch;
  }

  /** Called when the append was acknowledged. */
  committed(position: Position): void {
    const at = performance.now();
    for (const [name, waiting] of this.waiting) {
      const reached = this.reached.get(name);
      if (reached !== undefined && this.compare(reached, position) >= 0) this.seen.get(name)?.push(0);
      else waiting.push({ position, at });
    }
  }

  /** Resolves when nothing is waited for any more. */
  async allSeen(): Promise<void> {
    while ([...this.waiting.values()].some(({ length }) => length > 0))
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  millisecondsOf(name: string): readonly number[] {
    return this.seen.get(name) ?? [];
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private visible(name: string, position: Position): void {
    const now = performance.now();
    const waiting = this.waiting.get(name);
    if (waiting === undefined) return;
    this.reached.set(name, position);
    const isThere = (one: { position: Position }): boolean => this.compare(one.position, position) <= 0;
    for (const one of waiting.filter(isThere)) this.seen.get(name)?.push(now - one.at);
    this.waiting.set(
      name,
      waiting.filter((one) => !isThere(one)),
    );
  }
}
