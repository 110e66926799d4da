import type pg from 'pg';
import { type Preferences } from '#contracts';

const NOTHING_SAID: Preferences = { address: null, mail: 'each', robots: [] };

interface PreferenceRow extends Preferences {
  user_id: string;
}

/** Of each of these people, what they said or what holds without. */
export async function preferencesOf(
  db: Pick<pg.Pool, 'query'>,
  users: readonly string[],
): Promise<(user: string) => Preferences> {
  const { rows } = await db.query<PreferenceRow>(
    'select user_id, address, mail, robots from reminders.preference where user_id = any($1::text[])',
    [users],
  );
  const said = new Map(rows.map(({ user_id, ...preferences }) => [user_id, preferences]));
  return (user) => said.get(user) ?? NOTHING_SAID;
}

export async function readPreferences(db: Pick<pg.Pool, 'query'>, user: string): Promise<Preferences> {
  return (await preferencesOf(db, [user]))(user);
}

export async function writePreferences(
  db: Pick<pg.Pool, 'query'>,
  user: string,
  { address, mail, robots }: Preferences,
): Promise<void> {
  await db.query(
    `insert into reminders.preference (user_id, address, mail, robots) values ($1, $2, $3, $4)
     on conflict (user_id) do update set address = excluded.address, mail = excluded.mail, robots = excluded.robots`,
    [user, address, mail, robots],
  );
}
