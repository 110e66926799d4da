import type { EventStore, StoredEvent, Subscription } from '#event-store';

/** What writers said, and what a live subscriber was handed meanwhile. */
export class Ledger {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  readonly handed: string[] = [];
  private waiting: { count: number; resolve: () => void } | null = null;

  readonly tell = (mark: '?' | '!', id: string): void => {
    if (mark === '?') this.sent.add(id);
    else this.acknowledged.add(id);
    if (this.waiting !== null && this.acknowledged.size >= this.waiting.count) this.waiting.resolve();
  };

  /** Resolves when so many more were acknowledged. */
  async more(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting = { count: this.acknowledged.size + count, resolve };
    });
    this.waiting = null;
  }

  follow(store: EventStore): Subscription {
    return store.subscribe({}, (events) => {
      this.handed.push(...events.map(({ id }) => id));
      return Promise.resolve();
    });
  }

  /** Holds the log, and what the subscriber was handed, against what was acknowledged. */
  async balance(store: EventStore, subscription: Subscription): Promise<Balance> {
    const log = await wholeLog(store);
    await Promise.race([this.caughtUp(log.length), subscription.ended]);
    const inLog = new Set(log.map(({ id }) => id));
    return {
      acknowledged: this.acknowledged.size,
      lost: [...this.acknowledged].filter((id) => !inLog.has(id)).length,
      doubled: log.length - inLog.size,
      invented: [...inLog].filter((id) => !this.sent.has(id)).length,
      gaps: gapsIn(log),
      misread:
        log.filter(({ id }, index) => this.handed[index] !== id).length + this.handed.length - log.length,
    };
  }

  /** The subscriber gets there on its own: it is woken, and looks every few seconds besides. */
  private async caughtUp(events: number): Promise<void> {
    while (this.handed.length < events) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Balance {
  acknowledged: number;
  /** Acknowledged and not in the log. */
  lost: number;
  doubled: number;
  /** In the log and never sent. */
  invented: number;
  /** Revisions of a stream that are missing or there twice. */
  gaps: number;
  /** Places where the live subscriber was handed something else than the log holds, in its order. */
  misread: number;
}

export const isClean = ({ lost, doubled, invented, gaps, misread }: Balance): boolean =>
  lost + doubled + invented + gaps + misread === 0;

export const balanceLine = ({ acknowledged, lost, doubled, invented, gaps, misread }: Balance): string =>
  `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${invented} invented, ` +
  `${gaps} gaps, ${misread} misread by the live subscriber`;

async function wholeLog(store: EventStore): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (let from: string | null | undefined = undefined; from !== null;) {
    const { events, next } = await store.readAll(from === undefined ? {} : { from });
    log.push(...events);
    from = next;
  }
  return log;
}

function gapsIn(log: readonly StoredEvent[]): number {
  const next = new Map<string, number>();
  let gaps = 0;
  for (const { stream, revision } of log) {
    if (revision !== (next.get(stream) ?? 0)) gaps += 1;
    next.set(stream, revision + 1);
  }
  return gaps;
}
