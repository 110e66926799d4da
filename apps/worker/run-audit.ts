import pg from 'pg';
import { followFeed, migrateAudit, PackageWorker, RootKeeper, type KeeperOptions } from '#audit';
import { systemClock } from '#application';
import { type EventStore } from '#event-store';
import { everythingSent, migrateJobs } from '#jobs';
import { signingFilesOf, TIME_OFFSET, type Configuration } from '#platform/configuration';

/** What the configuration has to say for roots to be signed. */
export type AuditPlace = Pick<
  Configuration,
  'dataFolder' | 'jurisdiction' | 'sealKeyFile' | 'sealKeyText' | 'sealMinutes' | 'sealWebhook'
> & { databaseUrl: string };

export interface RunningAudit {
  stop(): Promise<void>;
}

const MINUTE = 60_000;

/** Follows the feed into the log, signs its root at intervals, and makes audit packages; any number of workers may. */
export async function runAudit(
  place: AuditPlace,
  store: EventStore,
  log: KeeperOptions['log'],
): Promise<RunningAudit> {
  const pool = new pg.Pool({ connectionString: place.databaseUrl, max: 4, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while idle is replaced at its next use.
  pool.on('error', () => undefined);
  try {
    await migrateAudit(pool);
    // Packages hold what was sent, and may be waiting before reminders have ever run.
    await migrateJobs(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const options = { ...signingAt(place), pool, store, log };
  const keeper = new RootKeeper(options);
  const following = followFeed({ pool, store, log });
  const packages = new PackageWorker({ ...options, reminders: (scope) => everythingSent(pool, scope) });
  keeper.start(place.sealMinutes * MINUTE);
  return {
    stop: async () => {
      await packages.stop();
      await keeper.stop();
      await following.stop();
      await pool.end();
    },
  };
}

function signingAt(place: AuditPlace) {
  const { jurisdiction, sealKeyText, sealWebhook } = place;
  return {
    ...signingFilesOf(place),
    clock: systemClock,
    jurisdiction,
    timeOffset: TIME_OFFSET,
    keyText: sealKeyText,
    webhook: sealWebhook,
  };
}
