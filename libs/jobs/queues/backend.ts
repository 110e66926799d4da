import type { EventEmitter } from 'node:events';
import {
  createPostgresBackend,
  Queue,
  runMigrations,
  Worker,
  type Job,
  type JobsOptions,
  type KeepJobs,
  type PgPool,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Where queues are kept: Redis where the configuration names one, else PostgreSQL. */
export type QueuePlace = { redisUrl: string } | { databaseUrl: string };

export interface WorkingOptions<T> {
  queue: string;
  /** Jobs at the same time in this process. */
  concurrency: number;
  process: (job: Job<T>) => Promise<unknown>;
  log: (sentence: string, error?: unknown) => void;
}

/** A queue as its users have it, whatever keeps it. */
export interface JobQueue<T> extends Pick<
  Queue,
  'name' | 'getJobCounts' | 'getFailed' | 'getJob' | 'obliterate' | 'close' | 'waitUntilReady'
> {
  addBulk(jobs: { name: string; data: T }[]): Promise<unknown>;
}

/** Queues and workers over one of the two backends; they are the same to whoever uses them. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgresql';
  queue<T>(name: string): JobQueue<T>;
  work<T>(options: WorkingOptions<T>): { close(force?: boolean): Promise<void> };
  close(): Promise<void>;
}

/** Done jobs are trimmed: what was done stands in our own tables. Failed ones are kept with their reason for whoever looks. */
const KEEP_DONE: KeepJobs = { age: 3_600, count: 500 };
const KEEP_FAILED: KeepJobs = { age: 90 * 24 * 3_600, count: 5_000 };
/** How often a job is tried, and how long after its first failure again; doubled each time: half an hour in all. */
export const ATTEMPTS = 8;
export const FIRST_BACKOFF_MS = 15_000;

const JOB_OPTIONS: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_BACKOFF_MS },
  removeOnComplete: KEEP_DONE,
  removeOnFail: KEEP_FAILED,
};
/** A worker that does not renew its hold for so long is dead, and its job goes to the next. */
const HOLD = { lockDuration: 30_000, stalledInterval: 30_000, maxStalledCount: 3 };

/** Opens the backend; of PostgreSQL its tables are made where they are missing. Connections are opened as they are needed. */
export const openQueues = (place: QueuePlace): Promise<QueueBackend> =>
  'redisUrl' in place ? Promise.resolve(onRedis(place.redisUrl)) : onPostgres(place.databaseUrl);

/**
 * Whether what keeps the queues answers at once. A worker waits for a Redis that is away; who asks by hand has to be told
 * instead. PostgreSQL says so itself when it is opened.
 */
export async function queuesAnswer(place: QueuePlace): Promise<boolean> {
  if (!('redisUrl' in place)) return true;
  const once = { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null };
  const redis = new Redis(place.redisUrl, { ...once, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await redis.ping();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

function onRedis(url: string): QueueBackend {
  const open = new Set<Redis>();
  const connect = (): Redis => {
    // Null: a worker waits for a server that is away instead of giving up.
    const redis = new Redis(url, { maxRetriesPerRequest: null, enableReadyCheck: true });
    redis.on('error', () => undefined);
    open.add(redis);
    return redis;
  };
  const shared = connect();
  return {
    kind: 'redis',
    queue: (name) =>
      quiet(new Queue(name, { connection: shared, prefix: 'mubiao', defaultJobOptions: JOB_OPTIONS })),
    work: ({ queue, concurrency, process, log }) => {
      const options = { connection: connect(), prefix: 'mubiao', concurrency, ...HOLD };
      return heard(new Worker(queue, process, options), queue, log);
    },
    close: async () => {
      for (const redis of open) redis.disconnect();
      await Promise.resolve();
    },
  };
}

async function onPostgres(databaseUrl: string): Promise<QueueBackend> {
  // Each worker listens on a connection of its own; the others are for short queries.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 6,
    keepAlive: true,
    // Its statements name no schema; its migrations make this one.
    options: '-c search_path=bullmq',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const client = await pool.connect().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  // Its own narrow type of a pool does not recognise the class; `isPgPool` does.
  const connection = pool as unknown as PgPool;
  return {
    kind: 'postgresql',
    queue: (name) =>
      quiet(new Queue(name, { connection, defaultJobOptions: JOB_OPTIONS }, createPostgresBackend)),
    work: ({ queue, concurrency, process, log }) => {
      const options = { connection, concurrency, ...HOLD };
      return heard(new Worker(queue, process, options, createPostgresBackend), queue, log);
    },
    close: () => pool.end(),
  };
}

/** A server that is away is reported by whoever waits for an answer; the event alone must not end the process. */
function quiet<Q extends EventEmitter>(queue: Q): Q {
  queue.on('error', () => undefined);
  return queue;
}

function heard<W extends EventEmitter>(worker: W, queue: string, log: WorkingOptions<unknown>['log']): W {
  let last = '';
  worker.on('error', (error: Error) => {
    // The same again and again while the server is away.
    if (error.message !== last) log(`队列 ${queue} 暂时中断，将重试`, error);
    last = error.message;
  });
  worker.on('completed', () => (last = ''));
  return worker;
}
