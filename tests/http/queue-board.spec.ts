import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { UnrecoverableError } from 'bullmq';
import { DELIVERIES, openQueues, type QueueBackend } from '#jobs';
import { hasRedis, RedisServer } from '../jobs/redis-server.ts';
import { PASSWORD } from './county.ts';
import { Visitor } from './visitor.ts';

const ROOT = join(import.meta.dirname, '../..');
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

interface Counted {
  queues: { name: string; counts: { failed: number }; jobs: { id: string; failedReason: string }[] }[];
}

const PLACES: readonly (readonly [name: string, isRedis: boolean])[] = [
  ['PostgreSQL', false],
  ...(hasRedis ? [['Redis', true] as const] : []),
];

/** The buttons of the board ask for these addresses. */
describe.each(PLACES)('the board of the queues on %s', (_, isRedis) => {
  let redis: RedisServer | null = null;
  let server: ChildProcessByStdio<Writable, Readable, null>;
  let base = '';
  let backend: QueueBackend;
  let admin: Visitor;
  const board = '/admin/queues/api/queues';

  beforeAll(async () => {
    redis = isRedis ? await RedisServer.start() : null;
    const program = [...FROM_SOURCE, join(import.meta.dirname, 'board-server.ts')];
    const args = redis ? [...program, redis.url] : program;
    server = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    const [said] = (await once(server.stdout, 'data')) as [Buffer];
    const at = JSON.parse(said.toString('utf8')) as { base: string; databaseUrl: string };
    base = at.base;
    backend = await openQueues(redis ? { redisUrl: redis.url } : { databaseUrl: at.databaseUrl });
    admin = await as('admin');
  });
  afterAll(async () => {
    await backend.close();
    const ended = once(server, 'close');
    server.stdin.end();
    await ended;
    await redis?.stop();
  });

  const as = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(base);
    expect((await visitor.post('/api/session', { username, password: PASSWORD })).status).toBe(200);
    return visitor;
  };
  const listed = async (): Promise<Counted['queues'][number] | undefined> => {
    const { body } = await admin.get(`${board}?activeQueue=${DELIVERIES}&status=failed&page=1`);
    return (body as unknown as Counted).queues.find(({ name }) => name === DELIVERIES);
  };
  /** Works the queue until it has done one job, one way or another. */
  const worked = async (process: () => Promise<unknown>): Promise<void> => {
    const queue = backend.queue(DELIVERIES);
    const over = async (): Promise<number> => {
      const { completed = 0, failed = 0 } = await queue.getJobCounts();
      return completed * 2 + failed;
    };
    const before = await over();
    const worker = backend.work({ queue: DELIVERIES, concurrency: 1, process, log: () => undefined });
    while ((await over()) === before);
    await worker.close();
    await queue.close();
  };

  it('tries a failed job again when its button is pressed, for 系统管理员 alone', async () => {
    const queue = backend.queue<{ message: string; channel: string }>(DELIVERIES);
    await queue.addBulk([{ name: 'deliver', data: { message: 'm', channel: 'mail' } }]);
    await worked(() => Promise.reject(new UnrecoverableError('451 请稍后再试')));
    const failed = await listed();
    expect(failed).toMatchObject({ counts: { failed: 1 }, jobs: [{ failedReason: '451 请稍后再试' }] });
    const retry = `${board}/${DELIVERIES}/${failed?.jobs[0]?.id ?? ''}/retry`;
    expect((await (await as('clerk')).send('PUT', retry)).status).toBe(403);
    expect((await admin.send('PUT', retry)).status).toBe(204);
    expect(await listed()).toMatchObject({ counts: { failed: 0 } });
    await worked(() => Promise.resolve());
    expect((await queue.getJobCounts())['completed']).toBe(1);
    await queue.close();
  });

  if (isRedis)
    it('says that Redis is away instead of keeping its reader waiting, and goes on when it is back', async () => {
      await redis?.kill();
      expect(await admin.get(`${board}?activeQueue=${DELIVERIES}`)).toMatchObject({
        status: 503,
        body: { code: 'Unavailable' },
      });
      await redis?.up();
      expect((await admin.get(`${board}?activeQueue=${DELIVERIES}`)).status).toBe(200);
    });
});
