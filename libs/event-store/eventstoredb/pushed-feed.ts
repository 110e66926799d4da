import {
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type AllStreamSubscription,
  type Filter as ServerFilter,
  type Position as ServerPosition,
} from '@eventstore/db-client';
import { CheckpointAhead } from '../errors.ts';
import type { Batch, Feed } from '../feed-loop.ts';
import { passes } from '../filter.ts';
import type { Filter, Position, StoredEvent } from '../port.ts';
import { isPassing } from './failures.ts';
import { placeOf, readFeedEnd, type FeedReader } from './feed-read.ts';
import { comparePositions, positionText, serverPosition } from './recorded-event.ts';

interface Place {
  position: Position;
  event: StoredEvent | null;
}

/**
 * The server pushes, the loop asks: between them a queue. A broken subscription is opened again after the last batch
 * that was handed over, and what the server then sends a second time is dropped.
 */
export class PushedFeed implements Feed {
  readonly isPassing = isPassing;
  private subscription: AllStreamSubscription | null = null;
  private failure: Error | null = null;
  private queue: Place[] = [];
  /** The last place that was queued, and how far the server says that it has looked. */
  private last: Position | null = null;
  private checkpoint: Position | null = null;

  constructor(
    private readonly reader: FeedReader,
    private readonly filter: Filter | undefined,
    private readonly batchSize: number,
    private readonly onNews: () => void,
  ) {}

  async next(after: Position | null): Promise<Batch | null> {
    if (this.failure !== null) {
      const failure = this.failure;
      this.close();
      throw failure;
    }
    if (this.subscription === null) await this.open(after);
    return this.take(after);
  }

  close(): void {
    const { subscription } = this;
    this.subscription = null;
    this.failure = null;
    this.queue = [];
    this.checkpoint = null;
    subscription?.unsubscribe().catch(() => undefined);
  }

  private async open(after: Position | null): Promise<void> {
    if (after !== null) {
      const end = await readFeedEnd(this.reader);
      if (end === null || comparePositions(after, end) > 0) throw new CheckpointAhead(after, end);
    }
    const subscription = this.reader.client.subscribeToAll({
      fromPosition: after === null ? 'start' : serverPosition(after),
      filter: this.serverFilter(),
    });
    this.subscription = subscription;
    this.last = after;
    const fail = (error: Error): void => {
      if (this.subscription !== subscription) return;
      this.failure = error;
      this.onNews();
    };
    subscription.on('error', fail);
    subscription.on('end', () => fail(new Error('The subscription ended.')));
    subscription.on('data', (resolved) => {
      if (this.subscription !== subscription) return;
      this.queue.push(...placeOf(resolved).filter((place) => this.isNew(place)));
      if (this.queue.length >= 2 * this.batchSize) subscription.pause();
      this.onNews();
    });
  }

  /** The server filters by stream name or by event type, never both; the rest is filtered in `take`. */
  private serverFilter(): ServerFilter {
    const checkpointReached = (subscription: AllStreamSubscription, position: ServerPosition): void => {
      if (this.subscription !== subscription) return;
      this.checkpoint = positionText(position);
      this.onNews();
    };
    const { streamPrefixes = [], types = [] } = this.filter ?? {};
    if (streamPrefixes.length > 0)
      return streamNameFilter({ prefixes: [...streamPrefixes], checkpointReached });
    if (types.length > 0) return eventTypeFilter({ prefixes: [...types], checkpointReached });
    return excludeSystemEvents({ checkpointReached });
  }

  private take(after: Position | null): Batch | null {
    const places = this.queue.splice(0, this.batchSize);
    if (this.queue.length < this.batchSize) this.subscription?.resume();
    const events = places.flatMap(({ event }) =>
      event !== null && passes(this.filter, event) ? [event] : [],
    );
    const upTo = later(places.at(-1)?.position ?? after, this.safeCheckpoint());
    if (upTo === null || upTo === after) return null;
    return { events, checkpoint: upTo, isLast: this.queue.length === 0 };
  }

  private isNew({ position }: Place): boolean {
    if (this.last !== null && comparePositions(position, this.last) <= 0) return false;
    this.last = position;
    return true;
  }

  /** The server's checkpoint overtakes events that still wait in our queue or in the client's own buffer. */
  private safeCheckpoint(): Position | null {
    const isAllTaken = this.queue.length === 0 && this.subscription?.readableLength === 0;
    return isAllTaken ? this.checkpoint : null;
  }
}

function later(a: Position | null, b: Position | null): Position | null {
  if (a === null || b === null) return a ?? b;
  return comparePositions(a, b) >= 0 ? a : b;
}
