import type { Job } from 'bullmq';
import type { Command } from 'commander';
import pg from 'pg';
import { Register, systemClock } from '#application';
import {
  DELIVERIES,
  migrateJobs,
  openQueues,
  queuesAnswer,
  reconcile,
  REMINDERS,
  takeUpAgain,
  type QueueBackend,
  type RemindJob,
} from '#jobs';
import { TIME_OFFSET, type Configuration } from '#platform/configuration';
import { openEventStore } from '#platform/event-store';
import { CommandFailed } from '../command-failed.ts';
import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';
import { withDatabase } from '../with-database.ts';

const QUEUES = [REMINDERS, DELIVERIES];

export function registerJobs(program: Command): void {
  const jobs = program.command('jobs').description('提醒与队列：查看、重试失败的任务，由事件核对催报计划');
  jobs.command('list').description('列出失败的任务及原因').action(list);
  jobs
    .command('retry')
    .description('重试失败的任务')
    .argument('[编号]', '只重试这一个；不填为全部')
    .action((id?: string) => retry(id));
  jobs
    .command('reconcile')
    .description('由事件重新推算全部催报计划，打印改动；一切正常时什么也不打印')
    .action(reconcileSchedule);
}

async function withQueues(use: (queues: QueueBackend, databaseUrl: string) => Promise<void>): Promise<void> {
  const configuration = configurationOrFail(process.env);
  const { redisUrl } = configuration;
  await withDatabase(configuration, async (databaseUrl) => {
    const place = redisUrl === undefined ? { databaseUrl } : { redisUrl };
    if (!(await queuesAnswer(place)))
      throw new CommandFailed('连不上存放队列的 Redis：请检查它是否在运行，REDIS_URL 的地址和密码是否正确。');
    const queues = await openQueues(place);
    try {
      await use(queues, databaseUrl);
    } finally {
      await queues.close();
    }
  });
}

const PAGE = 500;

/** All that are kept: they are trimmed, so that it is never more than memory holds. */
async function failedIn(queues: QueueBackend, name: string): Promise<Job[]> {
  const queue = queues.queue(name);
  const failed: Job[] = [];
  let page: Job[];
  do {
    page = await queue.getFailed(failed.length, failed.length + PAGE - 1);
    failed.push(...page);
  } while (page.length === PAGE);
  return failed;
}

const list = (): Promise<void> =>
  withQueues(async (queues) => {
    for (const name of QUEUES)
      for (const { id, failedReason, attemptsMade, finishedOn } of await failedIn(queues, name)) {
        const at = finishedOn === undefined ? null : new Date(finishedOn).toISOString();
        await printLine({ queue: name, id, reason: failedReason, attempts: attemptsMade, at });
      }
  });

const retry = (id: string | undefined): Promise<void> =>
  withQueues(async (queues, databaseUrl) => {
    let retried = 0;
    const lines: RemindJob['lines'] = [];
    for (const name of QUEUES)
      for (const job of await failedIn(queues, name)) {
        if (id !== undefined && job.id !== id) continue;
        await job.retry('failed');
        if (name === REMINDERS) lines.push(...(job.data as RemindJob).lines);
        retried += 1;
      }
    if (id !== undefined && retried === 0) throw new CommandFailed(`没有编号为 ${id} 的失败任务。`);
    await giveBack(databaseUrl, lines);
    say(`已重新放入队列：${retried} 个。`);
  });

/** What was set aside is due again, whatever becomes of the job. */
async function giveBack(databaseUrl: string, lines: RemindJob['lines']): Promise<void> {
  if (lines.length === 0) return;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await takeUpAgain(pool, lines);
  } finally {
    await pool.end();
  }
}

async function reconcileSchedule(): Promise<void> {
  const configuration = configurationOrFail(process.env);
  await withDatabase(configuration, (databaseUrl) => reconcileOn(configuration, databaseUrl));
}

/** Over the tasks read model as it stands; what it lacks yet the worker plans when it gets there. */
async function reconcileOn(configuration: Configuration, databaseUrl: string): Promise<void> {
  const store = await openEventStore({ ...configuration, databaseUrl });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const register = new Register(store, (error) => {
    throw new CommandFailed('读取名册与批次失败，请重试。', { cause: error });
  });
  try {
    await migrateJobs(pool);
    await register.start();
    const planning = { book: register, offset: TIME_OFFSET, now: systemClock.now() };
    for (const change of await reconcile({ pool, store }, planning)) await printLine(change);
  } finally {
    await register.stop();
    await pool.end();
    await store.close();
  }
}
