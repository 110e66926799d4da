import { createPostgresStore } from '#event-store';
import { freshDatabase } from '../support/database.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { disturb } from './postgresql-disturbance.ts';

eventStoreContract('PostgreSQL store', async () => {
  const { url, drop } = await freshDatabase();
  return {
    open: () => createPostgresStore(url),
    shared: { kind: 'postgresql', url },
    farAhead: '999999999999',
    disturb: (prefix) => disturb(url, prefix),
    close: drop,
  };
});
