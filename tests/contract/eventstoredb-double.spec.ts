import { createEventStoreDbStore } from '#event-store';
import { startEventStoreDbDouble } from '../support/eventstoredb-double/index.ts';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('EventStoreDB store over the double with system projections', async () => {
  const { url, stop } = await startEventStoreDbDouble({ systemProjections: true });
  return {
    open: () => createEventStoreDbStore(url),
    shared: { kind: 'eventstoredb', url },
    farAhead: '9000000000000000000/9000000000000000000',
    close: stop,
  };
});
