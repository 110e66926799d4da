import type pg from 'pg';
import type { EventStore } from '#event-store';
import { addNotices, NOTICE_TYPES, noticesIn } from './notices.ts';
import { replan, type PlanChange, type Planning } from './replan.ts';

const BATCH = 2_000;

/**
 * Makes the whole schedule anew from what the events say and answers what was not so: nothing, when all is well. Also
 * puts what was taken by a queue that is lost back at once, and gives lines another try that failed.
 */
export async function reconcile(
  { pool, store }: { pool: pg.Pool; store: EventStore },
  planning: Planning,
): Promise<PlanChange[]> {
  const notices = await pastNotices(store);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select position from reminders.follower where id = 1 for update');
    const changes = await replan(client, planning);
    const added = await addNotices(client, notices);
    await client.query('update reminders.plan set queued_until = null, failure = null where due_at <= $1', [
      new Date(planning.now),
    ]);
    await client.query('commit');
    return [
      ...changes,
      ...added.map(({ task, recipient, duty, since }): PlanChange => {
        return { task, recipient, part: 'notice', from: null, to: `${duty} ${since}` };
      }),
    ];
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Gives lines that were set aside with a failure back to whoever puts what is due on the queue, so that they go out even
 * where the job that is tried again is lost.
 */
export async function takeUpAgain(
  pool: pg.Pool,
  lines: readonly { task: string; recipient: string; part: string }[],
): Promise<void> {
  await pool.query(
    `update reminders.plan p set queued_until = null, failure = null
     from unnest($1::uuid[], $2::text[], $3::text[]) as k (task, recipient, part)
     where p.task = k.task and p.recipient = k.recipient and p.part = k.part and p.failure is not null`,
    [lines.map(({ task }) => task), lines.map(({ recipient }) => recipient), lines.map(({ part }) => part)],
  );
}

async function pastNotices(store: EventStore): Promise<ReturnType<typeof noticesIn>> {
  const filter = { streamPrefixes: ['target-'], types: NOTICE_TYPES };
  const notices: ReturnType<typeof noticesIn> = [];
  let from: string | null = null;
  do {
    const options: { from?: string } = from === null ? {} : { from };
    const { events, next } = await store.readAll({ ...options, filter, limit: BATCH });
    notices.push(...noticesIn(events));
    from = events.length === 0 ? null : next;
  } while (from !== null);
  return notices;
}
