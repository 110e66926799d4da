import { createEventStoreDbStore, createPostgresStore, type EventStore } from '#event-store';

/** Where the events are, as the configuration says. */
export interface EventStorePlace {
  /** PostgreSQL, which holds the events unless `eventStoreUrl` is given. */
  databaseUrl: string;
  /** `esdb://…` or `esdb+discover://…` */
  eventStoreUrl?: string | undefined;
}

/**
 * The event store of this installation; whoever opens it closes it.
 * @throws StoreUnavailable where PostgreSQL does not answer; EventStoreDB is asked at the first call only
 */
export function openEventStore({ databaseUrl, eventStoreUrl }: EventStorePlace): Promise<EventStore> {
  return eventStoreUrl === undefined
    ? createPostgresStore(databaseUrl)
    : createEventStoreDbStore(eventStoreUrl);
}
