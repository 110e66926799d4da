import type pg from 'pg';
import type { Clock } from '#application';
import type { DeliveryKey } from '../channels/index.ts';
import { grouped } from '../schedule/index.ts';
import type { LineKey } from '../inbox/index.ts';
import type { JobQueue } from './backend.ts';

export const REMINDERS = 'reminders';
export const DELIVERIES = 'deliveries';

export interface RemindJob {
  lines: LineKey[];
}

export interface TickerOptions {
  pool: pg.Pool;
  clock: Clock;
  reminders: JobQueue<RemindJob>;
  deliveries: JobQueue<DeliveryKey>;
  log: (sentence: string, error?: unknown) => void;
}

/** Lines a job, and lines and deliveries that are taken to the queue at once. */
const LINES_A_JOB = 100;
const MOST_AT_ONCE = 1_000;
/** What was put on the queue and not done by then is put there again: the queue may be lost, the schedule is not. */
const LOST_AFTER_MS = 120_000;
/** Whoever planned something in another process does not wake us; nothing is due to the second. */
const LONGEST_SLEEP_MS = 30_000;
const AFTER_FAILURE_MS = 5_000;

/** Puts what is due now on the queue, and nothing else; any number of processes may. */
export class Ticker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  private isNudged = false;

  constructor(private readonly options: TickerOptions) {}

  start(): void {
    this.plan(0);
  }

  /** Something may have become due. */
  nudge(): void {
    this.isNudged = true;
    this.plan(0);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** One round by hand; answers how many lines and deliveries went to the queue. */
  async tick(): Promise<number> {
    return (await this.queueLines()) + (await this.queueDeliveries());
  }

  private plan(milliseconds: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.round());
    }, milliseconds);
  }

  private async round(): Promise<void> {
    if (this.isStopped) return;
    this.isNudged = false;
    try {
      while ((await this.tick()) > 0 && !this.hasStopped());
      const pause = await this.untilNext();
      if (!this.wasNudged()) this.plan(pause);
    } catch (error) {
      this.options.log('到时的提醒暂时放不进队列，将重试', error);
      this.plan(AFTER_FAILURE_MS);
    }
  }

  /** Asked anew after every wait. */
  private hasStopped(): boolean {
    return this.isStopped;
  }

  private wasNudged(): boolean {
    return this.isNudged;
  }

  private async queueLines(): Promise<number> {
    const { pool, clock, reminders } = this.options;
    const now = clock.now();
    const { rows } = await pool.query<LineKey>(
      `update reminders.plan p set queued_until = $2
       from (select task, recipient, part from reminders.plan
         where due_at <= $1 and failure is null and (queued_until is null or queued_until <= $1)
         order by due_at, target limit ${MOST_AT_ONCE} for update skip locked) d
       where p.task = d.task and p.recipient = d.recipient and p.part = d.part
       returning p.task, p.recipient, p.part`,
      [new Date(now), new Date(now + LOST_AFTER_MS)],
    );
    const jobs = chunks(rows, LINES_A_JOB).map((lines) => ({ name: 'remind', data: { lines } }));
    if (jobs.length > 0) await reminders.addBulk(jobs);
    return rows.length;
  }

  private async queueDeliveries(): Promise<number> {
    const { pool, clock, deliveries } = this.options;
    const now = clock.now();
    interface Due {
      message: string;
      channel: string;
      recipient: string;
      digest: string | null;
    }
    const { rows } = await pool.query<Due>(
      `update reminders.delivery p set queued_until = $2
       from (select message, channel from reminders.delivery
         where state in ('waiting', 'sending') and due_at <= $1
           and (queued_until is null or queued_until <= $1) and (leased_until is null or leased_until <= $1)
         order by due_at limit ${MOST_AT_ONCE} for update skip locked) d
       where p.message = d.message and p.channel = d.channel
       returning p.message, p.channel, p.recipient, p.digest`,
      [new Date(now), new Date(now + LOST_AFTER_MS)],
    );
    const single = rows.filter(({ digest }) => digest === null);
    const gathered = rows.filter((row): row is Due & { digest: string } => row.digest !== null);
    const digests = [...grouped(gathered, ({ recipient, digest }) => `${recipient} ${digest}`).values()];
    const keys: DeliveryKey[] = [
      ...single.map(({ message, channel }) => ({ message, channel })),
      ...digests.flatMap(([one]) => (one ? [{ recipient: one.recipient, digest: one.digest }] : [])),
    ];
    if (keys.length > 0) await deliveries.addBulk(keys.map((data) => ({ name: 'deliver', data })));
    return rows.length;
  }

  /** Milliseconds until something is due, or is to be put on the queue again. */
  private async untilNext(): Promise<number> {
    const { pool, clock } = this.options;
    const { rows } = await pool.query<{ next: Date | null }>(
      `select least(
         (select min(greatest(due_at, coalesce(queued_until, due_at))) from reminders.plan where failure is null),
         (select min(greatest(due_at, coalesce(queued_until, due_at), coalesce(leased_until, due_at)))
          from reminders.delivery where state in ('waiting', 'sending'))) as next`,
    );
    const next = rows[0]?.next?.getTime() ?? Infinity;
    return Math.min(Math.max(next - clock.now(), 50), LONGEST_SLEEP_MS);
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
