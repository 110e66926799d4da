import type pg from 'pg';
import type { ReminderLine } from '#audit';
import { migrateJobs, remindersAbout } from '#jobs';

const PAGE = 200;

/** Everything that was sent about a target, the oldest first; also where no worker has ever run. */
export async function sentAbout(pool: pg.Pool, target: string): Promise<ReminderLine[]> {
  await migrateJobs(pool);
  const sent: ReminderLine[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const { items, next } = await remindersAbout(pool, { target }, page);
    sent.push(...items);
    cursor = next;
  }
  return sent.reverse();
}
