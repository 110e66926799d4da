import { createHash, randomUUID } from 'node:crypto';
import type { EventStore, Filter, NewEvent, Position, StoredEvent, Subscription } from '#event-store';

/** How child processes reach the same log. */
export interface SharedLog {
  kind: 'postgresql' | 'eventstoredb';
  url: string;
}

/** One log, empty or with the data of years: the suite only ever looks at streams of its own names. */
export interface StoreUnderTest {
  open: () => Promise<EventStore>;
  /** Absent where only this process can reach it. */
  shared?: SharedLog;
  /** A position that this log will not reach. */
  farAhead: Position;
  /** What this kind of store has to stand while writers commit; says in the end how many events it left in which stream. */
  disturb?: (streamPrefix: string) => { stop: () => Promise<[stream: string, events: number][]> };
  close: () => Promise<void>;
}

/** Names that no earlier run on the same server has used. */
export const freshStream = (name: string): string => `${name}-${randomUUID()}`;

export function newEvent(type = 'Happened', data: unknown = {}): NewEvent {
  const body = JSON.stringify({ data });
  return { id: randomUUID(), type, body, seal: createHash('sha256').update(body).digest('hex') };
}

export const newEvents = (count: number, type?: string): NewEvent[] =>
  Array.from({ length: count }, (_, n) => newEvent(type, { n }));

/** Where the feed ends now, as the `from` of whatever comes next. */
export async function markOf(store: EventStore): Promise<{ from?: Position }> {
  const head = await store.head();
  return head === null ? {} : { from: head };
}

export interface Seen {
  events: StoredEvent[];
  checkpoint: Position | null;
}

/** Subscribes and resolves as soon as what was seen satisfies `until`; rejects when the subscription fails. */
export function watch(
  store: EventStore,
  options: { from?: Position; filter?: Filter; batchSize?: number },
  until: (seen: Seen) => boolean,
): { seen: Seen; enough: Promise<Seen>; subscription: Subscription } {
  const seen: Seen = { events: [], checkpoint: null };
  let report = (): void => undefined;
  const reached = new Promise<void>((resolve) => (report = resolve));
  const subscription = store.subscribe(options, (events, checkpoint) => {
    seen.events.push(...events);
    seen.checkpoint = checkpoint;
    if (until(seen)) report();
    return Promise.resolve();
  });
  const enough = Promise.race([reached, subscription.ended]).then(() => seen);
  return { seen, enough, subscription };
}
