import type pg from 'pg';
import type { ChannelName, ChannelStatus } from '#contracts';
import type { Part, StepName } from '../reminders/index.ts';
import type { Subject } from '../schedule/index.ts';

/** A delivery, or the deliveries that a day's mail gathers, taken in hand. */
export type Taken = Subject & {
  message: string;
  recipient: string;
  task: string;
  duty: string;
  deadline: string;
  title: string;
  body: string;
  address: string | null;
} & ({ part: 'notice'; step: string } | { part: Part; step: StepName });

/** What a job names: one message on one channel, or the mail that gathers for a person. */
export type DeliveryKey = { channel: string; message: string } | { recipient: string; digest: string };

/** Longer than any provider is waited for. */
const LEASE_MS = 60_000;

/**
 * Takes what is still to be sent in hand. An attempt that began and of which nothing was heard is doubtful: the provider
 * may have taken it. Nothing where it was sent meanwhile, or somebody else has it.
 */
export async function take(pool: pg.Pool, key: DeliveryKey, now: number): Promise<Taken[]> {
  const { rows } = await pool.query<Taken>(
    `with taken as (
       update reminders.delivery d set state = 'sending', attempts = attempts + 1,
         doubtful = doubtful + (state = 'sending')::int, leased_until = $3::timestamptz, changed_at = $4
       where ${'digest' in key ? `recipient = $1 and digest = $2 and channel = 'mail'` : 'channel = $1 and message = $2::uuid'}
         and state in ('waiting', 'sending', 'failed') and due_at <= $4
         and (leased_until is null or leased_until <= $4)
       returning d.message, d.recipient)
     select t.message, t.recipient, m.task, m.duty, m.step, m.deadline, m.part, m.target, m.campaign, m.unit, m.title, m.body, p.address
     from taken t join reminders.message m on m.id = t.message
     left join reminders.preference p on p.user_id = t.recipient
     order by m.sent_at, m.id`,
    [...partsOf(key), new Date(now + LEASE_MS), new Date(now)],
  );
  return rows;
}

const partsOf = (key: DeliveryKey): [string, string] =>
  'digest' in key ? [key.recipient, key.digest] : [key.channel, key.message];

export interface Ending {
  state: 'sent' | 'waiting' | 'failed' | 'withdrawn';
  failure: string | null;
  messageId: string | null;
  /** Until then it is believed to be tried again by the queue. */
  queuedUntil: number | null;
  now: number;
}

/** Records what became of an attempt. */
export async function end(
  pool: pg.Pool,
  channel: string,
  messages: readonly string[],
  { state, failure, messageId, queuedUntil, now }: Ending,
): Promise<void> {
  await pool.query(
    `update reminders.delivery set state = $3, failure = $4, message_id = coalesce($5::uuid, message_id),
       queued_until = $6, leased_until = null, changed_at = $7
     where channel = $1 and message = any($2::uuid[])`,
    [
      channel,
      messages,
      state,
      failure,
      messageId,
      queuedUntil === null ? null : new Date(queuedUntil),
      new Date(now),
    ],
  );
}

interface StatusRow {
  channel: ChannelName;
  waiting: number;
  failed: number;
  doubtful: number;
  last_sent: Date | null;
  failed_at: Date | null;
  failure: string | null;
}

/** Of every channel that something was ever to go out by. */
export async function channelStatus(db: Pick<pg.Pool, 'query'>): Promise<ChannelStatus[]> {
  const { rows } = await db.query<StatusRow>(`
    select channel, (count(*) filter (where state in ('waiting', 'sending')))::int as waiting,
      (count(*) filter (where state = 'failed'))::int as failed, coalesce(sum(doubtful), 0)::int as doubtful,
      max(changed_at) filter (where state = 'sent') as last_sent,
      max(changed_at) filter (where failure is not null) as failed_at,
      (array_agg(failure order by changed_at desc) filter (where failure is not null))[1] as failure
    from reminders.delivery group by channel order by channel`);
  return rows.map(({ last_sent: sent, failed_at: at, failure, ...row }) => ({
    ...row,
    lastSent: sent?.toISOString() ?? null,
    lastFailure: at === null ? null : { at: at.toISOString(), reason: failure ?? '' },
  }));
}
