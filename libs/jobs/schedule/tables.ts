import type pg from 'pg';
import { schemaInPlace } from '#event-store';

/** What a row is about: a target, or a unit that has none yet in a campaign. */
const SUBJECT = 'check ((target is null) = (unit is not null) and (campaign is null) = (unit is null))';

/**
 * The schedule: for each task and person the step that comes next, and when. Derived from the events; the queue carries
 * only what is due. `follower` says how far the events have been read; a notice (抄送, 催办) is due at once.
 * `queued_until`: until then it is believed to be on the queue; what a lost queue took is put there again.
 */
const SCHEDULE = `
create schema if not exists reminders;
create table if not exists reminders.follower (
  id int primary key check (id = 1),
  position text
);
insert into reminders.follower values (1, null) on conflict do nothing;
create table if not exists reminders.plan (
  task uuid not null,
  recipient text collate "C" not null,
  part text not null check (part in ('actor', 'leader', 'notice')),
  target uuid,
  campaign text,
  unit text,
  duty text not null,
  since text not null,
  deadline text not null,
  sender text,
  note text,
  step text not null,
  due_at timestamptz not null,
  queued_until timestamptz,
  failure text,
  primary key (task, recipient, part),
  ${SUBJECT}
);
create index if not exists plan_due on reminders.plan (due_at) where failure is null;
create index if not exists plan_target on reminders.plan (target);`;

/** The inbox. `deadline` is part of the key: when it is extended, the days before it come again. `due`
 * is the one that is shown: that a task came is said once, with the deadline that it had. `department` is the unit's at
 * that time, where there is no target. */
const MESSAGES = `
create table if not exists reminders.message (
  id uuid primary key,
  task uuid not null,
  recipient text collate "C" not null,
  part text not null,
  step text not null,
  deadline text not null,
  target uuid,
  campaign text,
  unit text,
  department text,
  duty text not null,
  sender text,
  title text not null,
  body text not null,
  due text,
  sent_at timestamptz not null,
  read_at timestamptz,
  unique (task, recipient, step, deadline),
  ${SUBJECT}
);
create index if not exists message_inbox on reminders.message (recipient, sent_at desc, id desc);
create index if not exists message_unread on reminders.message (recipient) where read_at is null;
create index if not exists message_target on reminders.message (target, sent_at);`;

/** What earlier installations lack. */
const SINCE = `
do $$ begin
  if not exists (select from information_schema.columns
      where table_schema = 'reminders' and table_name = 'message' and column_name = 'unit') then
    alter table reminders.plan alter target drop not null, add campaign text, add unit text, add ${SUBJECT};
    alter table reminders.message alter target drop not null, add campaign text, add unit text, add ${SUBJECT},
      add column if not exists due text;
  end if;
  if not exists (select from information_schema.columns
      where table_schema = 'reminders' and table_name = 'message' and column_name = 'department') then
    alter table reminders.message add department text;
  end if;
end $$;
create index if not exists plan_unit on reminders.plan (campaign, unit) where target is null;
create index if not exists message_campaign on reminders.message (campaign, sent_at) where target is null;`;

/**
 * What goes out of the house: a row for each message and channel, kept as the record. `doubtful` counts attempts of which
 * nobody knows whether the provider took them; `digest` is the day of the mail that it waits for; `withdrawn` says that
 * its task was done, or its deadline moved, before its time came. While it is leased, one worker has it in hand.
 */
const DELIVERIES = `
create table if not exists reminders.delivery (
  message uuid not null references reminders.message on delete cascade,
  channel text not null,
  recipient text collate "C" not null,
  digest text,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'withdrawn')),
  due_at timestamptz not null,
  queued_until timestamptz,
  leased_until timestamptz,
  attempts int not null default 0,
  doubtful int not null default 0,
  failure text,
  message_id uuid,
  changed_at timestamptz not null,
  primary key (message, channel)
);
create index if not exists delivery_due on reminders.delivery (due_at) where state in ('waiting', 'sending');
create index if not exists delivery_digest on reminders.delivery (recipient, digest) where digest is not null;
create index if not exists delivery_channel on reminders.delivery (channel, state, changed_at desc);
create table if not exists reminders.preference (
  user_id text collate "C" primary key,
  address text,
  mail text not null check (mail in ('each', 'daily', 'off')),
  robots text[] not null
);`;

/** Creates what is missing; any number of processes may start at once. */
export const migrateJobs = (pool: pg.Pool): Promise<void> =>
  schemaInPlace(pool, 'reminders', `${SCHEDULE}${MESSAGES}${SINCE}${DELIVERIES}`);
