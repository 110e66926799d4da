import pg from 'pg';
import { installMessageDb, SEARCH_PATH, WRITE_MESSAGE } from '../../rivals/message-db.ts';
import type { OpenAppender } from './contender.ts';
import { StreamCursor } from './stream-cursor.ts';

/** message-db through the driver, a prepared call of its write function; a connection a client. */
export const openMessageDb: OpenAppender = async (url, clients) => {
  if (!(await installMessageDb(url))) return null;
  const connections = Array.from(
    { length: clients },
    () => new pg.Client({ connectionString: url, options: SEARCH_PATH }),
  );
  await Promise.all(connections.map((connection) => connection.connect()));
  return {
    name: 'message-db 1.3.1',
    client: (n, nextEvent) => {
      const cursor = new StreamCursor();
      return async () => {
        const revision = cursor.advance();
        const { id, type, body } = nextEvent();
        const values = [id, cursor.stream, type, body, null, revision - 1];
        await connections[n]?.query({ ...WRITE_MESSAGE, values });
      };
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
};
