import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Queue } from 'bullmq';
import { DELIVERIES, openQueues, writePreferences, type QueueBackend } from '#jobs';
import { freePort } from '#platform/embedded-postgres';
import { KeepingChannel, Office, until } from './office.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND_LINE = `import { main } from './apps/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));`;
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

interface FailedJob {
  queue: string;
  id: string;
  reason: string;
  attempts: number;
}

describe('mubiao jobs list, retry', () => {
  let office: Office;
  let backend: QueueBackend;
  let folder: string;
  const mail = new KeepingChannel('mail');
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mubiao-jobs-'));
    office = await Office.open();
    backend = await openQueues({ databaseUrl: office.url });
  });
  afterEach(async () => {
    await backend.close();
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As whoever runs the system types it. */
  const mubiao = (...args: string[]): Promise<{ out: string; said: string }> => mubiaoWith({}, ...args);
  const mubiaoWith = async (
    more: Record<string, string>,
    ...args: string[]
  ): Promise<{ out: string; said: string }> => {
    const program = [...FROM_SOURCE, '--input-type=module', '-e', COMMAND_LINE, '--', ...args];
    const env = { PATH: process.env['PATH'], DATABASE_URL: office.url, MUBIAO_DATA: folder, ...more };
    const run = promisify(execFile)(process.execPath, program, { cwd: ROOT, env });
    const { stdout, stderr } = await run;
    return { out: stdout, said: stderr };
  };
  const failed = async (): Promise<FailedJob[]> => {
    const { out } = await mubiao('jobs', 'list');
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as FailedJob);
  };

  /** Every pause between attempts cut short, until there are no more of them. */
  const giveUp = async (): Promise<void> => {
    const queue = backend.queue(DELIVERIES) as unknown as Queue;
    await until('the delivery to be given up', async () => {
      await queue.promoteJobs();
      return (await queue.getFailedCount()) === 1;
    });
    await queue.close();
  };

  it('lists what failed with its reason; tried again by hand it goes out, once', async () => {
    mail.refuses = '451 请稍后再试';
    await writePreferences(office.pool, 'clerk', { address: 'c@example.gov.cn', mail: 'each', robots: [] });
    await office.work({ databaseUrl: office.url }, { channels: [mail] });
    await office.openCampaign('d', {
      windows: { submission: { opens: '2027-03-01', closes: '2027-03-31' } },
    });
    await office.draft('d');
    await office.settled();
    office.goTo('2027-03-24 09:00');
    await giveUp();
    const [job, ...others] = await failed();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ queue: DELIVERIES, reason: '451 请稍后再试', attempts: 8 });
    mail.refuses = null;
    const { said } = await mubiao('jobs', 'retry', job?.id ?? '');
    expect(said).toContain('已重新放入队列：1 个。');
    await until('the mail to go out', () => Promise.resolve(mail.taken.length > 0));
    expect(await failed()).toEqual([]);
    expect(mail.taken.map(({ title }) => title)).toEqual(['还有 7 天：《渠道清淤》']);
  });

  it('says that Redis is away, and does not wait for it', async () => {
    const away = { REDIS_URL: `redis://127.0.0.1:${await freePort()}` };
    await expect(mubiaoWith(away, 'jobs', 'list')).rejects.toMatchObject({
      code: 1,
      stderr: '连不上存放队列的 Redis：请检查它是否在运行，REDIS_URL 的地址和密码是否正确。\n',
    });
  });

  it('says so where there is no such failed job', async () => {
    await expect(mubiao('jobs', 'retry', '12345')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('没有编号为 12345 的失败任务。') as string,
    });
  });
});
