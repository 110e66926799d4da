import { loadEmmett } from '../../rivals/emmett.ts';
import { WRITERS, type Candidate } from './candidate.ts';

/** The known loser among the libraries: orders by transaction, goes on after a position. `null` where not installed. */
export async function openEmmett(url: string): Promise<Candidate | null> {
  const emmett = await loadEmmett();
  if (emmett === null) return null;
  const pool = new emmett.pg.Pool({ connectionString: url, max: WRITERS });
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    append: (_, { id, stream, revision }) =>
      store.appendToStream(stream, [{ type: 'Written', data: { id, stream, revision } }], {
        expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision),
      }),
    subscribe: (onSeen) => {
      const consumer = store.consumer({ pulling: { batchSize: 500, pullingFrequencyInMs: 5 } });
      consumer.reactor({
        processorId: 'witness',
        eachMessage: ({ data }) => onSeen(data as Parameters<typeof onSeen>[0]),
      });
      const started = consumer.start();
      return Promise.resolve({
        stop: async () => {
          await consumer.close();
          await started;
        },
      });
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
