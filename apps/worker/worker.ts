import type { Logger } from 'pino';
import { openEventStore, type EventStorePlace } from '#platform/event-store';
import { runProjections } from '#read-models';

export interface Worker {
  stop(): Promise<void>;
}

/** Everything that runs beside the answering of requests: so far the projections. */
export async function startWorker(place: EventStorePlace, log: Logger): Promise<Worker> {
  const store = await openEventStore(place);
  try {
    const projections = await runProjections({
      databaseUrl: place.databaseUrl,
      store,
      log: (sentence, error) => log.warn({ err: error }, sentence),
    });
    return {
      stop: async () => {
        await projections.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
