import { createEventStoreDbStore, createPostgresStore, type EventStore } from '#event-store';
import { newEvents, type SharedLog } from './store-under-test.ts';

/** What one process of writers has to do. */
export interface WritersPlan {
  /** One writer a name, each with a stream of its own, one append after the other. */
  streams: string[];
  /** A stream that all writers of all processes append to besides. */
  crowded: string;
  appends: number;
  eventsPerAppend: number;
}

export async function runWriters(store: EventStore, plan: WritersPlan): Promise<void> {
  await Promise.all(plan.streams.map((stream) => runWriter(store, stream, plan)));
}

async function runWriter(store: EventStore, stream: string, plan: WritersPlan): Promise<void> {
  let expected: number | 'none' = 'none';
  for (let n = 0; n < plan.appends; n += 1) {
    const appended = await store.append(stream, expected, newEvents(plan.eventsPerAppend));
    expected = appended.revision;
    if (n % 10 === 0) await store.append(plan.crowded, 'any', newEvents(1));
  }
}

export function openShared({ kind, url }: SharedLog): Promise<EventStore> {
  return kind === 'postgresql' ? createPostgresStore(url) : createEventStoreDbStore(url);
}
