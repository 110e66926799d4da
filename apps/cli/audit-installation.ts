import pg from 'pg';
import { systemClock } from '#application';
import { migrateAudit, type PackageMaker, type PackageScope } from '#audit';
import { signingFilesOf, TIME_OFFSET, type Configuration } from '#platform/configuration';
import { CheckpointAhead } from '#event-store';
import { everythingSent, migrateJobs } from '#jobs';
import { openEventStore } from '#platform/event-store';

import { CommandFailed } from './command-failed.ts';
import { withDatabase } from './with-database.ts';

const AHEAD =
  '签名日志比现有的事件多：事件的尾部被截去，或数据库由较早的备份恢复。不再签名，请用 mubiao seals check 与外部副本核对。';

/** Calls `use` with the signed log of the installation, whether the system runs or not. */
export function withAudit<T>(
  configuration: Configuration,
  use: (maker: PackageMaker) => Promise<T>,
): Promise<T> {
  return withDatabase(configuration, async (databaseUrl) => {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined);
    const store = await openEventStore({ databaseUrl, eventStoreUrl: configuration.eventStoreUrl });
    try {
      await migrateAudit(pool);
      // Also where no worker has ever run.
      await migrateJobs(pool);
      const { jurisdiction } = configuration;
      const { keyFile } = signingFilesOf(configuration);
      const place = { jurisdiction, timeOffset: TIME_OFFSET, keyFile, keyText: configuration.sealKeyText };
      const reminders = (scope: PackageScope) => everythingSent(pool, scope);
      return await use({ pool, store, clock: systemClock, ...place, reminders });
    } catch (error) {
      if (error instanceof CheckpointAhead) throw new CommandFailed(AHEAD, { cause: error });
      throw error;
    } finally {
      await store.close();
      await pool.end();
    }
  });
}
