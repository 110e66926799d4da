import { createHash } from 'node:crypto';
import { createPostgresStore } from '#event-store';
import { disturb } from '../../contract/postgresql-disturbance.ts';
import type { Candidate } from './candidate.ts';

/** Stores of their own, as so many processes would have; each with a connection of its own for appends. */
const STORES = 8;

/** Our store, beside transactions that are slow, aborted or left open. */
export async function openOurs(url: string): Promise<Candidate> {
  const stores = await Promise.all(Array.from({ length: STORES }, () => createPostgresStore(url)));
  const reader = await createPostgresStore(url);
  return {
    append: async (writer, { id, stream, revision }) => {
      const body = JSON.stringify({ writer, revision });
      const seal = createHash('sha256').update(body).digest('hex');
      const expected = revision === 0 ? 'none' : revision - 1;
      await stores[writer % STORES]?.append(stream, expected, [{ id, type: 'Written', body, seal }]);
    },
    subscribe: (onSeen) => Promise.resolve(reader.subscribe({}, (events) => eachOf(events, onSeen))),
    disturb: () => {
      const disturbance = disturb(url, 'slow-writer');
      return {
        stop: async () => {
          const left = await disturbance.stop();
          const streams = await Promise.all(left.map(([stream]) => reader.readStream(stream)));
          return streams.flat().map(({ id }) => id);
        },
      };
    },
    close: async () => {
      await Promise.all([reader, ...stores].map((store) => store.close()));
    },
  };
}

function eachOf<Event>(events: readonly Event[], use: (event: Event) => void): Promise<void> {
  for (const event of events) use(event);
  return Promise.resolve();
}
