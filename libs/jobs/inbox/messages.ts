import type pg from 'pg';
import { v5 } from 'uuid';
import { type Preferences } from '#contracts';
import type { ReminderSettings } from '#domain/campaign';
import type { Subject } from '../schedule/index.ts';
import { localOf, momentOf, addDays, outsideQuiet } from '../calendar/index.ts';
import { preferencesOf } from './preferences.ts';

/** NOTIFY channel that says whose inbox has changed: the user's id. */
export const INBOX_CHANNEL = 'mubiao_inbox';

const NAMESPACE = '0c1d7f3e-9a52-5b7c-8d0e-696e626f7800';

/** Something that one person is told, once. */
export interface Message {
  task: string;
  recipient: string;
  part: string;
  step: string;
  /** Part of what makes it the same: an extended deadline has days before it of its own. */
  deadline: string;
  /** The deadline that its reader sees, whatever makes it the same; null where the task has none. */
  due: string | null;
  about: Subject;
  /** The unit's, where it is about a unit; a target has its own. */
  department: string | null;
  duty: string;
  sender: string | null;
  title: string;
  body: string;
  settings: ReminderSettings;
}

/** The same for ever, so that a repeat is the same message to everybody who gets it. */
export const messageIdOf = ({ task, recipient, step, deadline }: Message): string =>
  v5(`${task} ${recipient} ${step} ${deadline}`, NAMESPACE);

/**
 * Puts messages into inboxes, and what else their readers want of them on the way out, in the caller's transaction; one
 * that is there already is not told again.
 * @returns how many were new
 */
export async function addMessages(
  client: pg.PoolClient,
  messages: readonly Message[],
  { now, offset }: { now: number; offset: string },
): Promise<number> {
  const byId = new Map(messages.map((message) => [messageIdOf(message), message]));
  const added = await insertMessages(client, byId, now);
  if (added.length === 0) return 0;
  const told = added.flatMap((id) => {
    const message = byId.get(id);
    return message === undefined ? [] : [{ id, message }];
  });
  const preferences = await preferencesOf(
    client,
    told.map(({ message }) => message.recipient),
  );
  const outgoing = told.flatMap(({ id, message }) =>
    outgoingOf({ id, message }, preferences(message.recipient), { now, offset }),
  );
  await insertDeliveries(client, outgoing, now);
  for (const user of new Set(told.map(({ message }) => message.recipient)))
    await client.query('select pg_notify($1, $2)', [INBOX_CHANNEL, user]);
  return added.length;
}

interface Outgoing {
  message: string;
  channel: string;
  recipient: string;
  digest: string | null;
  dueAt: number;
}

/** The mail of a day gathers for half an hour after its reminders went out. */
const GATHERING_MS = 30 * 60_000;

function outgoingOf(
  { id, message }: { id: string; message: Message },
  { address, mail, robots }: Preferences,
  { now, offset }: { now: number; offset: string },
): Outgoing[] {
  const { recipient, settings } = message;
  const dueAt = outsideQuiet(now, settings.quiet, offset);
  const base = { message: id, recipient };
  const byRobots = robots.map((channel): Outgoing => ({ ...base, channel, digest: null, dueAt }));
  if (address === null || mail === 'off') return byRobots;
  if (mail === 'each') return [{ ...base, channel: 'mail', digest: null, dueAt }, ...byRobots];
  const digestAt = nextDigest(now, settings.hour, offset);
  const digest = `${localOf(digestAt, offset).day} ${settings.hour}`;
  return [{ ...base, channel: 'mail', digest, dueAt: digestAt }, ...byRobots];
}

function nextDigest(now: number, hour: string, offset: string): number {
  const { day } = localOf(now, offset);
  const today = momentOf(day, hour, offset) + GATHERING_MS;
  return now <= today ? today : momentOf(addDays(day, 1), hour, offset) + GATHERING_MS;
}

async function insertMessages(
  client: pg.PoolClient,
  byId: ReadonlyMap<string, Message>,
  now: number,
): Promise<string[]> {
  const column = (of: (message: Message) => string | null): (string | null)[] => [...byId.values()].map(of);
  const { rows } = await client.query<{ id: string }>(
    `insert into reminders.message (id, task, recipient, part, step, deadline, target, campaign, unit, department, duty, sender, title, body, due, sent_at)
     select *, $16::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
     on conflict do nothing returning id`,
    [
      [...byId.keys()],
      column(({ task }) => task),
      column(({ recipient }) => recipient),
      column(({ part }) => part),
      column(({ step }) => step),
      column(({ deadline }) => deadline),
      column(({ about }) => about.target),
      column(({ about }) => about.campaign),
      column(({ about }) => about.unit),
      column(({ department }) => department),
      column(({ duty }) => duty),
      column(({ sender }) => sender),
      column(({ title }) => title),
      column(({ body }) => body),
      column(({ due }) => due),
      new Date(now),
    ],
  );
  return rows.map(({ id }) => id);
}

async function insertDeliveries(
  client: pg.PoolClient,
  outgoing: readonly Outgoing[],
  now: number,
): Promise<void> {
  if (outgoing.length === 0) return;
  await client.query(
    `insert into reminders.delivery (message, channel, recipient, digest, state, due_at, changed_at)
     select d.message, d.channel, d.recipient, d.digest, 'waiting', d.due_at, $6
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       as d (message, channel, recipient, digest, due_at)`,
    [
      outgoing.map(({ message }) => message),
      outgoing.map(({ channel }) => channel),
      outgoing.map(({ recipient }) => recipient),
      outgoing.map(({ digest }) => digest),
      outgoing.map(({ dueAt }) => new Date(dueAt)),
      new Date(now),
    ],
  );
}
