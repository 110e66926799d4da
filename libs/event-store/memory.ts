import { checkAppend, sameIds } from './append-rules.ts';
import { CheckpointAhead, WrongExpectedRevision } from './errors.ts';
import { FeedLoop, type Batch } from './feed-loop.ts';
import { passes } from './filter.ts';
import type {
  Appended,
  BatchHandler,
  EventStore,
  ExpectedRevision,
  Filter,
  NewEvent,
  Position,
  StoredEvent,
  StreamText,
  Subscription,
} from './port.ts';
import { compareNumbers, positionNumber } from './position.ts';

/** A store for specs: the real rules over arrays. Check and write happen in one turn, so writers cannot interleave. */
export function createMemoryStore(): EventStore {
  return new MemoryStore();
}

class MemoryStore implements EventStore {
  private readonly feed: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly subscriptions = new Set<FeedLoop>();

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return inOneTurn(() => {
      checkAppend(stream, expected, events);
      const stored = this.streams.get(stream) ?? [];
      const repeated = this.repeatOf(stored, expected, events);
      if (repeated !== undefined)
        return { revision: repeated.revision, position: repeated.position, isRepeat: true };
      const actual = stored.at(-1)?.revision ?? 'none';
      if (expected !== 'any' && expected !== actual) {
        throw new WrongExpectedRevision(stream, expected, actual);
      }
      return this.write(stream, events);
    });
  }

  readStream(
    stream: string,
    options: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number } = {},
  ): Promise<StoredEvent[]> {
    return inOneTurn(() => {
      const stored = this.streams.get(stream) ?? [];
      const { direction = 'forwards', limit = stored.length } = options;
      if (direction === 'forwards') return stored.slice(options.from ?? 0).slice(0, limit);
      return stored
        .slice(0, (options.from ?? stored.length) + 1)
        .reverse()
        .slice(0, limit);
    });
  }

  loadStream(stream: string): Promise<StreamText> {
    return inOneTurn(() => {
      const stored = this.streams.get(stream) ?? [];
      const last = stored.at(-1);
      const head = last && {
        revision: last.revision,
        id: last.id,
        seal: last.seal,
        position: last.position,
      };
      return { text: `[${stored.map(({ body }) => body).join(',')}]`, head: head ?? null };
    });
  }

  readAll(
    options: {
      from?: Position;
      direction?: 'forwards' | 'backwards';
      limit?: number;
      filter?: Filter;
    } = {},
  ): Promise<{ events: StoredEvent[]; next: Position | null }> {
    return inOneTurn(() => {
      const { direction = 'forwards', limit = 1_000, filter } = options;
      const candidates =
        direction === 'forwards'
          ? this.feed.slice(this.indexAfter(options.from ?? null))
          : this.feed.slice(0, this.indexBefore(options.from)).reverse();
      const events = candidates.filter((event) => passes(filter, event)).slice(0, limit);
      return { events, next: events.length === limit ? (events.at(-1)?.position ?? null) : null };
    });
  }

  subscribe(
    options: { from?: Position; filter?: Filter; batchSize?: number; gatherMs?: number },
    handler: BatchHandler,
  ): Subscription {
    const { filter, batchSize = 500 } = options;
    const feed = {
      next: (after: Position | null) => inOneTurn(() => this.batchAfter(after, batchSize, filter)),
      isPassing: () => false,
    };
    const loop = new FeedLoop(feed, handler, options.from ?? null, options.gatherMs);
    this.subscriptions.add(loop);
    void loop.ended.catch(() => undefined).then(() => this.subscriptions.delete(loop));
    return loop;
  }

  head(): Promise<Position | null> {
    return Promise.resolve(this.feed.at(-1)?.position ?? null);
  }

  compare(a: Position, b: Position): number {
    return compareNumbers(positionNumber(a), positionNumber(b));
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
  }

  private repeatOf(
    stored: readonly StoredEvent[],
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): StoredEvent | undefined {
    const first = startOf(stored, expected, events);
    const there = stored.slice(first, first + events.length);
    return sameIds(there, events) ? there.at(-1) : undefined;
  }

  private write(stream: string, events: readonly NewEvent[]): Appended {
    const stored = this.streams.get(stream) ?? [];
    this.streams.set(stream, stored);
    let position = '';
    for (const { id, type, body, seal } of events) {
      position = String(this.feed.length + 1);
      const event = Object.freeze({
        id: id.toLowerCase(),
        type,
        body,
        seal,
        stream,
        revision: stored.length,
        position,
      });
      stored.push(event);
      this.feed.push(event);
    }
    for (const subscription of this.subscriptions) subscription.wake();
    return { revision: stored.length - 1, position, isRepeat: false };
  }

  private batchAfter(after: Position | null, size: number, filter: Filter | undefined): Batch | null {
    const start = this.indexAfter(after);
    if (start > this.feed.length)
      throw new CheckpointAhead(String(start), this.feed.at(-1)?.position ?? null);
    const window = this.feed.slice(start, start + size);
    const last = window.at(-1);
    return last === undefined
      ? null
      : {
          events: window.filter((event) => passes(filter, event)),
          checkpoint: last.position,
          isLast: start + window.length === this.feed.length,
        };
  }

  private indexAfter(position: Position | null): number {
    return position === null ? 0 : Number(positionNumber(position));
  }

  private indexBefore(position: Position | undefined): number {
    return position === undefined ? this.feed.length : Math.max(0, Number(positionNumber(position)) - 1);
  }
}

/** Where in the stream a repeat of this append would stand. */
function startOf(
  stored: readonly StoredEvent[],
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): number {
  if (expected === 'none') return 0;
  if (expected === 'any')
    return Math.max(
      0,
      stored.findIndex(({ id }) => id === events[0]?.id.toLowerCase()),
    );
  return expected + 1;
}

/** A port's promise over synchronous work: what is thrown rejects. */
function inOneTurn<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
