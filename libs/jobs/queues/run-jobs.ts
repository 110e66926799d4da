import type { Job } from 'bullmq';
import type pg from 'pg';
import { Register, type Clock } from '#application';
import type { EventStore } from '#event-store';
import { isPassing, type ReadModels } from '#read-models';
import { deliver, type Attempt, type Channel, type Delivering, type DeliveryKey } from '../channels/index.ts';
import { sendDue, type LineKey, type SendStep } from '../inbox/index.ts';
import { followEvents, migrateJobs, type Planning } from '../schedule/index.ts';
import { ATTEMPTS, FIRST_BACKOFF_MS, type QueueBackend } from './backend.ts';
import { DELIVERIES, REMINDERS, Ticker, type RemindJob } from './ticker.ts';
import { upToDate } from './up-to-date.ts';

export interface JobsOptions {
  pool: pg.Pool;
  store: EventStore;
  readModels: Pick<ReadModels, 'waitFor'>;
  queues: QueueBackend;
  channels: readonly Channel[];
  clock: Clock;
  /** The jurisdiction's time zone, as `+08:00`. */
  offset: string;
  /** Where links of messages lead. */
  origin: string;
  log: (sentence: string, error?: unknown) => void;
  /** For tests that stop it there. */
  interrupt?: (step: SendStep | 'accepted') => void | Promise<void>;
}

export interface RunningJobs {
  /** A moved clock is noticed by itself within half a minute; this is at once. */
  nudge(): void;
  /** `force`: without waiting for jobs in hand, as a process that dies would. */
  stop(force?: boolean): Promise<void>;
}

/** Plans, puts on the queue and sends, until stopped; any number of processes may. */
export async function runJobs(options: JobsOptions): Promise<RunningJobs> {
  const { pool, store, queues, log, clock } = options;
  await migrateJobs(pool);
  const register = new Register(store, (error) => log('催报跟不上名册与批次的变更', error));
  await register.start();
  const reminders = queues.queue<RemindJob>(REMINDERS);
  const deliveries = queues.queue<DeliveryKey>(DELIVERIES);
  const ticker = new Ticker({ pool, clock, reminders, deliveries, log });
  const following = followEvents({ ...options, register, onPlanned: () => ticker.nudge() });
  const stopping = new AbortController();
  const ready = (isLast: boolean): Promise<void> =>
    upToDate({ pool, store, register }, { stopping: stopping.signal, isLast });
  const workers = workersOf(options, { register, ready, onTold: () => ticker.nudge() });
  ticker.start();
  return {
    nudge: () => ticker.nudge(),
    stop: async (force = false) => {
      stopping.abort();
      await following.stop();
      await ticker.stop();
      for (const worker of workers) await worker.close(force);
      for (const queue of [reminders, deliveries]) await queue.close();
      await register.stop();
    },
  };
}

interface Sending {
  register: Register;
  /** Resolves once what is due may be said; `isLast`: there is no other try. */
  ready: (isLast: boolean) => Promise<void>;
  onTold: () => void;
}

function workersOf(
  options: JobsOptions,
  { register, ready, onTold }: Sending,
): ReturnType<QueueBackend['work']>[] {
  const { queues, log } = options;
  const reminding = queues.work<RemindJob>({
    queue: REMINDERS,
    concurrency: 2,
    log,
    process: async (job) => {
      await ready(attemptOf(job).isLast);
      const told = await remind(options, register, job.data.lines);
      if (told > 0) onTold();
      return { told };
    },
  });
  const delivering = queues.work<DeliveryKey>({
    queue: DELIVERIES,
    concurrency: 4,
    log,
    process: async (job) => {
      const attempt = attemptOf(job);
      await ready(attempt.isLast);
      await deliver(deliveringOf(options, register), job.data, attempt);
    },
  });
  return [reminding, delivering];
}

function deliveringOf(options: JobsOptions, book: Register): Delivering {
  const { pool, clock, offset, origin, interrupt } = options;
  const channels = new Map(options.channels.map((channel) => [channel.name, channel]));
  return { pool, clock, offset, origin, channels, book, ...(interrupt && { interrupt }) };
}

function attemptOf({ attemptsMade, opts }: Job): Attempt {
  const isLast = attemptsMade + 1 >= (opts.attempts ?? ATTEMPTS);
  return { isLast, backoffMs: FIRST_BACKOFF_MS * 2 ** attemptsMade };
}

/** All at once; where that fails for what is in a line, one by one, so that it holds up no other. */
async function remind(options: JobsOptions, book: Register, lines: readonly LineKey[]): Promise<number> {
  const { pool, offset, clock, interrupt } = options;
  const planning = (): Planning => ({ book, offset, now: clock.now() });
  try {
    return await sendDue(pool, lines, planning(), interrupt);
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  let told = 0;
  const failures: string[] = [];
  for (const line of lines) {
    try {
      told += await sendDue(pool, [line], planning(), interrupt);
    } catch (error) {
      if (isPassing(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(reason);
      await setAside(pool, line, reason);
    }
  }
  if (failures.length > 0) throw new Error(`${failures.length} 条提醒未能发出：${failures[0] ?? ''}`);
  return told;
}

/** Not put on the queue again until somebody has looked at it: `mubiao jobs retry`, or a reconciliation. */
async function setAside(pool: pg.Pool, { task, recipient, part }: LineKey, reason: string): Promise<void> {
  await pool.query(
    'update reminders.plan set failure = $4 where task = $1 and recipient = $2 and part = $3',
    [task, recipient, part, reason.slice(0, 500)],
  );
}
