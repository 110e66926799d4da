import { createMemoryStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('memory store', () =>
  Promise.resolve({
    open: () => Promise.resolve(createMemoryStore()),
    farAhead: '999999999999',
    close: () => Promise.resolve(),
  }),
);
