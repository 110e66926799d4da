import pg from 'pg';
import { openQueues, type QueuePlace } from '#jobs';
import { hasRedis, RedisServer } from '../../jobs/redis-server.ts';
import type { Bench, Section } from '../measuring/index.ts';

const QUEUE = 'bench';
const CONCURRENCY = 4;
const QUEUED_AT_ONCE = 500;

/** Jobs a second from putting them on the queue to the last one done, on each backend; PostgreSQL also when nothing is to do. */
export async function queueSpeed(bench: Bench): Promise<Section> {
  const jobs = bench.isShort ? 500 : 5_000;
  bench.say(`reminders: ${jobs} jobs on PostgreSQL`);
  const databaseUrl = await bench.database();
  const postgresql = await jobsASecond({ databaseUrl }, jobs);
  const rows: (string | number)[][] = [['PostgreSQL', postgresql.toFixed(0)]];
  if (hasRedis) {
    bench.say(`reminders: ${jobs} jobs on Redis`);
    const server = await RedisServer.start();
    rows.push(['Redis', (await jobsASecond({ redisUrl: server.url }, jobs)).toFixed(0)]);
    await server.stop();
  }
  const idle = await idleOn(databaseUrl, bench);
  return {
    name: 'reminders/queues',
    title: `Queues: ${jobs} jobs, ${CONCURRENCY} at a time`,
    columns: ['', 'jobs/s'],
    rows,
    goals: [
      { what: 'transactions a second of idle queues in PostgreSQL', value: idle.perSecond, bound: null },
      { what: 'connections of idle queues in PostgreSQL', value: idle.connections, bound: null },
    ],
    ...(!hasRedis && { notes: ['Redis skipped: no redis-server on this machine.'] }),
  };
}

async function jobsASecond(place: QueuePlace, jobs: number): Promise<number> {
  const queues = await openQueues(place);
  const queue = queues.queue<number>(QUEUE);
  let done = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const began = performance.now();
  const worker = queues.work<number>({
    queue: QUEUE,
    concurrency: CONCURRENCY,
    process: () => {
      done += 1;
      if (done === jobs) finish();
      return Promise.resolve();
    },
    log: () => undefined,
  });
  for (let at = 0; at < jobs; at += QUEUED_AT_ONCE)
    await queue.addBulk(
      Array.from({ length: Math.min(QUEUED_AT_ONCE, jobs - at) }, (_, n) => ({ name: 'job', data: at + n })),
    );
  await finished;
  const seconds = (performance.now() - began) / 1_000;
  await worker.close();
  await queue.close();
  await queues.close();
  return jobs / seconds;
}

/** Two queues with a worker each, as reminders have them, and nothing to do; the server's own counters say what they ask. */
async function idleOn(
  databaseUrl: string,
  { isShort, say }: Bench,
): Promise<{ perSecond: number; connections: number }> {
  const seconds = isShort ? 5 : 30;
  say(`reminders: idle queues, ${seconds} seconds`);
  const queues = await openQueues({ databaseUrl });
  const work = (queue: string) =>
    queues.work({ queue, concurrency: CONCURRENCY, process: () => Promise.resolve(), log: () => undefined });
  const workers = [work('idle-1'), work('idle-2')];
  const watching = new pg.Client({ connectionString: databaseUrl });
  await watching.connect();
  // What starting costs is not idling.
  await passing(3);
  const before = await counted(watching);
  await passing(seconds);
  const after = await counted(watching);
  await watching.end();
  for (const worker of workers) await worker.close(true);
  await queues.close();
  return {
    perSecond: (after.transactions - before.transactions) / seconds,
    connections: after.connections,
  };
}

const passing = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

/** Without the one that asks. */
async function counted(client: pg.Client): Promise<{ transactions: number; connections: number }> {
  const { rows } = await client.query<{ transactions: number; connections: number }>(
    `select (xact_commit + xact_rollback)::int as transactions, numbackends - 1 as connections
     from pg_stat_database where datname = current_database()`,
  );
  return rows[0] ?? { transactions: Number.NaN, connections: Number.NaN };
}
