import pg from 'pg';
import { systemClock } from '#application';
import { type EventStore } from '#event-store';
import { openQueues, runJobs, type RunningJobs } from '#jobs';
import { TIME_OFFSET, type Configuration } from '#platform/configuration';
import { openReadModels } from '#read-models';
import { channelsOf } from './channels-of.ts';

/** What the configuration has to say for reminders to go out. */
export type RemindersPlace = Pick<Configuration, 'redisUrl' | 'notices' | 'origin'> & { databaseUrl: string };

/** Plans reminders, puts what is due on the queue and sends it; any number of workers may. */
export async function runReminders(
  { databaseUrl, redisUrl, notices, origin }: RemindersPlace,
  store: EventStore,
  log: (sentence: string, error?: unknown) => void,
): Promise<Pick<RunningJobs, 'stop'>> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 5_000 });
    // A connection that breaks while idle is replaced at its next use.
    pool.on('error', () => undefined);
    closers.push(() => pool.end());
    const readModels = await openReadModels({ databaseUrl, store, connections: 1 });
    closers.push(() => readModels.close());
    const queues = await openQueues(redisUrl === undefined ? { databaseUrl } : { redisUrl });
    closers.push(() => queues.close());
    const channels = channelsOf(notices);
    for (const channel of channels) closers.push(() => channel.close());
    const parts = { pool, store, readModels, queues, channels, origin, log };
    const running = await runJobs({ ...parts, clock: systemClock, offset: TIME_OFFSET });
    closers.push(() => running.stop());
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
