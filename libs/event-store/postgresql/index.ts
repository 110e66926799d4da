import type pg from 'pg';
import { checkAppend } from '../append-rules.ts';
import { FeedLoop } from '../feed-loop.ts';
import type { EventStore, Position } from '../port.ts';
import { compareNumbers, positionNumber } from '../position.ts';
import { patiently } from '../patience.ts';
import { isPassing, openPool, patienceOf, type Connection } from './connection.ts';
import { GroupAppend } from './group-append.ts';
import { migrate } from './migrate.ts';
import { News } from './news.ts';
import { batchAfter, loadStream, readAll, readHead, readStream } from './reads.ts';

export { schemaInPlace } from './schema-in-place.ts';

export interface PostgresStoreOptions {
  /** Connections for reading; appends and notifications have one each besides. Default 4. */
  readConnections?: number;
  /** How long a call tries again while the server is away before it gives up with StoreUnavailable. Default 5,000 ms. */
  patienceMs?: number;
  /** How often the end of the feed is looked at, should a notification be lost. Default 5,000 ms. */
  pollMs?: number;
}

const READ_BOUND_MS = 60_000;
const APPEND_BOUND_MS = 15_000;
const BATCH = 500;

/**
 * Events in the schema `store` of a PostgreSQL database, created where it is missing. Owns its connections.
 * @throws StoreUnavailable where the server does not answer
 */
export async function createPostgresStore(
  connection: Connection,
  options: PostgresStoreOptions = {},
): Promise<EventStore> {
  const { readConnections = 4, patienceMs = 5_000, pollMs = 5_000 } = options;
  const writing = openPool(connection, 1, APPEND_BOUND_MS);
  const reading = openPool(connection, readConnections, READ_BOUND_MS);
  const appends = new GroupAppend(writing, reading, patienceMs);
  const news = new News(connection, pollMs, () => readHead(reading));
  try {
    await patiently(patienceOf(patienceMs, 'not-done'), () => migrate(writing));
  } catch (error) {
    await Promise.all([writing.end(), reading.end()]);
    throw error;
  }
  const close = async (): Promise<void> => {
    await Promise.all([news.close(), appends.drained()]);
    await Promise.all([writing.end(), reading.end()]);
  };
  return storeOver({ reading, appends, news, patienceMs, close });
}

interface Parts {
  reading: pg.Pool;
  appends: GroupAppend;
  news: News;
  patienceMs: number;
  close: () => Promise<void>;
}

function storeOver({ reading, appends, news, patienceMs, close }: Parts): EventStore {
  const read = <T>(work: () => Promise<T>): Promise<T> => patiently(patienceOf(patienceMs, 'not-done'), work);
  return {
    append: async (stream, expected, events) => {
      checkAppend(stream, expected, events);
      return appends.append(stream, expected, events);
    },
    readStream: (stream, options = {}) => read(() => readStream(reading, stream, options)),
    loadStream: (stream) => read(() => loadStream(reading, stream)),
    readAll: (options = {}) => read(() => readAll(reading, options)),
    subscribe: ({ from, filter, batchSize = BATCH, gatherMs }, handler) => {
      const next = (after: Position | null) => batchAfter(reading, after, batchSize, filter);
      const loop = new FeedLoop({ next, isPassing }, handler, from ?? null, gatherMs);
      news.add(loop);
      return loop;
    },
    head: () => read(() => readHead(reading)),
    compare: (a, b) => compareNumbers(positionNumber(a), positionNumber(b)),
    close,
  };
}
