import type pg from 'pg';
import { preparePersonKeys } from '#application';
import { migrateAudit } from '#audit';
import { createPostgresStore } from '#event-store';
import { openAccess } from '#platform/access';
import { migrateReadModels, PROJECTIONS } from '#read-models';

/** Makes every table of this program in an empty database, as its parts make them when they start. */
export async function prepareSchemas(pool: pg.Pool, databaseUrl: string): Promise<void> {
  await (await createPostgresStore(databaseUrl)).close();
  await (await openAccess(databaseUrl)).close();
  await migrateAudit(pool);
  await preparePersonKeys(pool);
  await migrateReadModels(pool, PROJECTIONS);
}
