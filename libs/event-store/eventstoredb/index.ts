import { EventStoreDBClient } from '@eventstore/db-client';
import { checkAppend } from '../append-rules.ts';
import { FeedLoop } from '../feed-loop.ts';
import { patiently } from '../patience.ts';
import type { Appended, EventStore, ExpectedRevision, NewEvent, StoredEvent, StreamText } from '../port.ts';
import { bounded, collected } from './bounded.ts';
import { conflictOf, isMissingStream, isPassing } from './failures.ts';
import { readFeed, readFeedHead, type FeedReader } from './feed-read.ts';
import { PushedFeed } from './pushed-feed.ts';
import {
  comparePositions,
  eventData,
  expectedRevision,
  positionText,
  storedEvent,
} from './recorded-event.ts';

export interface EventStoreDbOptions {
  /** How long one call may be silent before it is tried again. Default 5,000 ms. */
  boundMs?: number;
  /** How long a call is tried again before it gives up with StoreUnavailable. Default 10,000 ms. */
  patienceMs?: number;
}

const BATCH = 500;
const CLOSE_BOUND_MS = 2_000;

/**
 * Events in an EventStoreDB (23.10), single or cluster. Does not connect before the first call.
 * @param url `esdb://…` or `esdb+discover://…`, as the official client takes it
 * @throws Error where the URL is none
 */
export function createEventStoreDbStore(url: string, options: EventStoreDbOptions = {}): Promise<EventStore> {
  return new Promise((resolve) => resolve(new EventStoreDbStore(url, options)));
}

class EventStoreDbStore implements EventStore {
  readonly compare = comparePositions;
  private readonly client: EventStoreDBClient;
  private readonly reader: FeedReader;
  private readonly boundMs: number;
  private readonly patienceMs: number;
  private readonly loops = new Set<FeedLoop>();

  constructor(url: string, { boundMs = 5_000, patienceMs = 10_000 }: EventStoreDbOptions) {
    this.client = EventStoreDBClient.connectionString(url);
    this.boundMs = boundMs;
    this.patienceMs = patienceMs;
    this.reader = { client: this.client, boundMs };
  }

  /** A call without an answer is unknown, not failed: it is sent again with the same ids and the same expectation. */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    checkAppend(stream, expected, events);
    const data = events.map(eventData);
    const options = { expectedRevision: expectedRevision(expected) };
    const patience = { ms: this.patienceMs, outcome: 'unknown', isPassing } as const;
    const send = () => bounded(this.boundMs, this.client.appendToStream(stream, data, options));
    try {
      const { nextExpectedRevision, position } = await patiently(patience, send);
      const revision = Number(nextExpectedRevision);
      return position === undefined
        ? await this.appendedAt(stream, revision)
        : { revision, position: positionText(position) };
    } catch (error) {
      throw conflictOf(stream, expected, error);
    }
  }

  readStream: EventStore['readStream'] = (stream, options = {}) => {
    const { direction = 'forwards', limit, from } = options;
    if (limit === 0) return Promise.resolve([]);
    return this.read(() =>
      this.readEvents(stream, {
        direction,
        ...(limit === undefined ? {} : { maxCount: limit }),
        ...(from === undefined ? { fromRevision: direction === 'forwards' ? 'start' : 'end' } : {}),
        ...(from === undefined ? {} : { fromRevision: BigInt(from) }),
      }),
    );
  };

  async loadStream(stream: string): Promise<StreamText> {
    const events = await this.readStream(stream);
    const last = events.at(-1);
    const head = last && { revision: last.revision, id: last.id, seal: last.seal, position: last.position };
    return { text: `[${events.map(({ body }) => body).join(',')}]`, head: head ?? null };
  }

  readAll: EventStore['readAll'] = ({ direction = 'forwards', limit = 1_000, ...page } = {}) =>
    this.read(() => readFeed(this.reader, { direction, limit, ...page }));

  subscribe: EventStore['subscribe'] = ({ from, filter, batchSize = BATCH, gatherMs }, handler) => {
    const feed = new PushedFeed(this.reader, filter, batchSize, () => loop.wake());
    const loop = new FeedLoop(feed, handler, from ?? null, gatherMs);
    this.loops.add(loop);
    const end = (): void => {
      this.loops.delete(loop);
      feed.close();
    };
    loop.ended.then(end, end);
    return loop;
  };

  head: EventStore['head'] = () => this.read(() => readFeedHead(this.reader));

  /** Bounded, since the client waits for streams of a server that is gone. */
  async close(): Promise<void> {
    await Promise.all([...this.loops].map((loop) => loop.stop()));
    await bounded(CLOSE_BOUND_MS, this.client.dispose()).catch(() => undefined);
  }

  private read<T>(work: () => Promise<T>): Promise<T> {
    return patiently({ ms: this.patienceMs, outcome: 'not-done', isPassing }, work);
  }

  private async readEvents(
    stream: string,
    options: Parameters<EventStoreDBClient['readStream']>[1],
  ): Promise<StoredEvent[]> {
    try {
      const resolved = await collected(this.boundMs, this.client.readStream(stream, options));
      return resolved.flatMap(({ event }) => storedEvent(event) ?? []);
    } catch (error) {
      if (isMissingStream(error)) return [];
      throw error;
    }
  }

  private async appendedAt(stream: string, revision: number): Promise<Appended> {
    const [event] = await this.readStream(stream, { from: revision, limit: 1 });
    if (event === undefined) throw new Error(`Event ${revision} of ${stream} was appended but is not there.`);
    return { revision, position: event.position };
  }
}
