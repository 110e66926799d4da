import type pg from 'pg';
import { type Inbox, type InboxItem } from '#contracts';
import { limitOf, pageOf, type Page } from '#read-models';
import { pathOf, type Subject } from '../schedule/index.ts';
import { INBOX_CHANNEL } from './messages.ts';
import { afterMessage, keysOfMessage } from './paging.ts';

type ItemRow = Subject & {
  id: string;
  part: string;
  step: string;
  duty: string;
  deadline: string | null;
  title: string;
  body: string;
  sent_at: Date;
  read_at: Date | null;
};

/** A person's messages, the newest first. @throws BadCursor */
export async function readInbox(
  db: Pick<pg.Pool, 'query'>,
  user: string,
  { unreadOnly = false, ...page }: Page & { unreadOnly?: boolean } = {},
): Promise<Inbox> {
  const limit = limitOf(page);
  const [at, id] = afterMessage(page);
  const where = `recipient = $1 ${unreadOnly ? 'and read_at is null' : ''}`;
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number; unread: number }>(
      `select count(*)::int as total, (count(*) filter (where read_at is null))::int as unread
       from reminders.message where recipient = $1`,
      [user],
    ),
    db.query<ItemRow>(
      `select id, target, campaign, unit, part, step, duty, coalesce(due, nullif(deadline, '')) as deadline, title, body, sent_at, read_at from reminders.message
       where ${where} and ($2::timestamptz is null or (sent_at, id) < ($2::timestamptz, $3::uuid))
       order by sent_at desc, id desc limit $4`,
      [user, at, id, limit + 1],
    ),
  ]);
  const { total, unread } = counts[0] ?? { total: 0, unread: 0 };
  const shown = unreadOnly ? unread : total;
  return { ...pageOf(rows, { limit, total: shown }, { item: itemOf, keys: keysOfMessage }), unread };
}

function itemOf(row: ItemRow): InboxItem {
  const { id, target, step, duty, deadline, title, body, sent_at: sent, read_at: read } = row;
  const told = { id, target, path: pathOf(row, row.part), step, duty, deadline, title, body };
  return { ...told, sentAt: sent.toISOString(), readAt: read?.toISOString() ?? null };
}

export async function countUnread(db: Pick<pg.Pool, 'query'>, user: string): Promise<number> {
  const { rows } = await db.query<{ unread: number }>(
    'select count(*)::int as unread from reminders.message where recipient = $1 and read_at is null',
    [user],
  );
  return rows[0]?.unread ?? 0;
}

/** Marks these of a person's messages, or all, as read; answers how many are left unread. */
export async function markRead(
  db: Pick<pg.Pool, 'query'>,
  user: string,
  { ids, now }: { ids: readonly string[] | 'all'; now: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `update reminders.message set read_at = $2
     where recipient = $1 and read_at is null ${ids === 'all' ? '' : 'and id = any($3::uuid[])'}`,
    ids === 'all' ? [user, new Date(now)] : [user, new Date(now), ids],
  );
  if (rowCount !== 0) await db.query('select pg_notify($1, $2)', [INBOX_CHANNEL, user]);
  return countUnread(db, user);
}
