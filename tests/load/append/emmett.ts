import { loadEmmett } from '../../rivals/emmett.ts';
import type { OpenAppender } from './contender.ts';
import { StreamCursor } from './stream-cursor.ts';

/** Emmett's PostgreSQL store as its documentation opens it, with as many connections as there are clients. */
export const openEmmett: OpenAppender = async (url, clients) => {
  const emmett = await loadEmmett();
  if (emmett === null) return null;
  const pool = new emmett.pg.Pool({ connectionString: url, max: clients });
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    name: 'Emmett 0.42.0',
    client: (_, nextEvent) => {
      const cursor = new StreamCursor();
      return () => {
        const revision = cursor.advance();
        const { type, body } = nextEvent();
        return store.appendToStream(cursor.stream, [{ type, data: JSON.parse(body) as unknown }], {
          expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision),
        });
      };
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};
