import type pg from 'pg';
import { envelopeOf, recordedOf } from '#application';
import type { TargetEvent } from '#domain/target';
import type { StoredEvent } from '#event-store';

/** What is said once because somebody said so: the event is its task. */
export interface Notice {
  task: string;
  recipient: string;
  target: string;
  duty: 'copied' | 'urged';
  /** ISO 8601. */
  since: string;
  sender: string;
  note: string;
}

/** The events that say something to somebody by themselves. */
export const NOTICE_TYPES = ['TargetCopied', 'ReviewUrged'] as const satisfies readonly TargetEvent['type'][];

/** 抄送 and 催办 among these events, each person once an event. */
export function noticesIn(events: readonly StoredEvent[]): Notice[] {
  return events.flatMap((stored) => {
    if (!(NOTICE_TYPES as readonly string[]).includes(stored.type)) return [];
    const { event, actor, time } = recordedOf<TargetEvent>(envelopeOf(stored));
    if (event.type !== 'TargetCopied' && event.type !== 'ReviewUrged') return [];
    const duty = event.type === 'TargetCopied' ? 'copied' : 'urged';
    const target = stored.stream.slice(stored.stream.indexOf('-') + 1);
    const users = [...new Set(event.to.map(({ user }) => user))];
    const told = {
      task: stored.id,
      target,
      duty,
      since: time,
      sender: actor.user,
      note: event.note,
    } as const;
    return users.map((recipient): Notice => ({ ...told, recipient }));
  });
}

/** Puts those that were neither sent nor are waiting on the schedule, due at once; answers these. */
export async function addNotices(client: pg.PoolClient, notices: readonly Notice[]): Promise<Notice[]> {
  if (notices.length === 0) return [];
  const column = (of: (notice: Notice) => string): string[] => notices.map(of);
  const { rows } = await client.query<{ task: string; recipient: string }>(
    `insert into reminders.plan (task, recipient, part, target, duty, since, deadline, sender, note, step, due_at)
     select n.task, n.recipient, 'notice', n.target, n.duty, n.since, '', n.sender, n.note, n.duty, n.since::timestamptz
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
       as n (task, recipient, target, duty, since, sender, note)
     where not exists (
       select from reminders.message m where m.task = n.task and m.recipient = n.recipient and m.step = n.duty)
     on conflict (task, recipient, part) do nothing returning task, recipient`,
    [
      column(({ task }) => task),
      column(({ recipient }) => recipient),
      column(({ target }) => target),
      column(({ duty }) => duty),
      column(({ since }) => since),
      column(({ sender }) => sender),
      column(({ note }) => note),
    ],
  );
  const added = new Set(rows.map(({ task, recipient }) => `${task} ${recipient}`));
  return notices.filter(({ task, recipient }) => added.has(`${task} ${recipient}`));
}
