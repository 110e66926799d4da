import { FeedLoop } from '../feed-loop.ts';
import type { Position } from '../port.ts';
import { positionNumber } from '../position.ts';
import type { Connection } from './connection.ts';
import { Listener } from './listener.ts';

/** Wakes the subscriptions of a store: at once by NOTIFY, and every few seconds by one look at the feed's end. */
export class News {
  private readonly loops = new Set<FeedLoop>();
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    connection: Connection,
    private readonly pollMs: number,
    private readonly readHead: () => Promise<Position | null>,
  ) {
    this.listener = new Listener(connection, (upTo) => this.spread(upTo));
  }

  add(loop: FeedLoop): void {
    if (this.timer === undefined) {
      this.listener.start();
      this.timer = setInterval(() => void this.poll(), this.pollMs);
    }
    this.loops.add(loop);
    const remove = (): void => void this.loops.delete(loop);
    loop.ended.then(remove, remove);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.loops].map((loop) => loop.stop()));
    await this.listener.close();
  }

  private async poll(): Promise<void> {
    if (this.loops.size === 0) return;
    try {
      const head = await this.readHead();
      for (const loop of this.loops) if (loop.position !== head) loop.wake();
    } catch {
      this.spread(null);
    }
  }

  private spread(upTo: Position | null): void {
    for (const loop of this.loops) {
      const seen = loop.position;
      if (upTo === null || seen === null || positionNumber(seen) < positionNumber(upTo)) loop.wake();
    }
  }
}
