import type pg from 'pg';
import { type SentReminder } from '#contracts';
import { limitOf, pageOf, type Listed, type Page } from '#read-models';
import { afterMessage, keysOfMessage } from './paging.ts';

interface SentRow extends Omit<SentReminder, 'sentAt' | 'readAt'> {
  id: string;
  sent_at: Date;
  read_at: Date | null;
}

const DEADLINE = `coalesce(m.due, nullif(m.deadline, '')) as deadline`;
const DELIVERED = `coalesce((select json_agg(json_build_object('channel', d.channel, 'state', d.state,
    'attempts', d.attempts, 'at', d.changed_at, 'failure', d.failure) order by d.channel)
  from reminders.delivery d where d.message = m.id), '[]') as deliveries`;

/** Everything that was said about a target, the newest first; `step: 'urged'` asks for 催办 alone. @throws BadCursor */
export async function remindersAbout(
  db: Pick<pg.Pool, 'query'>,
  { target, step = null }: { target: string; step?: string | null },
  page: Page = {},
): Promise<Listed<SentReminder>> {
  const limit = limitOf(page);
  const [at, id] = afterMessage(page);
  const where = 'm.target = $1 and ($2::text is null or m.step = $2)';
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number }>(`select count(*)::int as total from reminders.message m where ${where}`, [
      target,
      step,
    ]),
    db.query<SentRow>(
      `select m.id, m.step, m.duty, ${DEADLINE}, m.recipient, m.sender, m.title, m.sent_at, m.read_at, ${DELIVERED}
       from reminders.message m
       where ${where} and ($3::timestamptz is null or (m.sent_at, m.id) < ($3::timestamptz, $4::uuid))
       order by m.sent_at desc, m.id desc limit $5`,
      [target, step, at, id, limit + 1],
    ),
  ]);
  return pageOf(rows, { limit, total: counts[0]?.total ?? 0 }, { item: sentOf, keys: keysOfMessage });
}

const sentOf = ({ id: _, sent_at: sent, read_at: read, ...row }: SentRow): SentReminder => ({
  ...row,
  sentAt: sent.toISOString(),
  readAt: read?.toISOString() ?? null,
});

/** What was said of a target, or to units of a campaign or a department that had none there. */
export type SentScope = { target: string } | { campaign: string } | { department: string };

/** Of such a unit, the campaign it had nothing in. */
export type SentLine = SentReminder & { campaign?: string; unit?: string };

/** All of it, the oldest first, as an audit package keeps it. */
export async function everythingSent(db: Pick<pg.Pool, 'query'>, scope: SentScope): Promise<SentLine[]> {
  const [where, id] = within(scope);
  const { rows } = await db.query<SentRow & { campaign: string | null; unit: string | null }>(
    `select m.id, m.campaign, m.unit, m.step, m.duty, ${DEADLINE}, m.recipient, m.sender, m.title, m.sent_at,
       m.read_at, ${DELIVERED}
     from reminders.message m where ${where} order by m.sent_at, m.id`,
    [id],
  );
  return rows.map(({ campaign, unit, ...row }) => ({
    ...(campaign !== null && unit !== null && { campaign, unit }),
    ...sentOf(row),
  }));
}

function within(scope: SentScope): [where: string, id: string] {
  if ('target' in scope) return ['m.target = $1', scope.target];
  return 'campaign' in scope
    ? ['m.target is null and m.campaign = $1', scope.campaign]
    : ['m.target is null and m.department = $1', scope.department];
}
