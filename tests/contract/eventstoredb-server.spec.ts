import { createEventStoreDbStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.ts';

const url = process.env['EVENTSTOREDB_URL'];

if (url === undefined) {
  it.skip('skipped: no EventStoreDB server; set EVENTSTOREDB_URL=esdb://… to hold the adapter to a real one', () =>
    undefined);
} else {
  eventStoreContract('EventStoreDB store over a real server', () =>
    Promise.resolve({
      open: () => createEventStoreDbStore(url),
      shared: { kind: 'eventstoredb', url },
      farAhead: '9000000000000000000/9000000000000000000',
      close: () => Promise.resolve(),
    }),
  );
}
