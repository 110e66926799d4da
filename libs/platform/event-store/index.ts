export { openEventStore, type EventStorePlace } from './open-event-store.ts';
