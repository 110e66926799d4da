import type { EventStore } from '#event-store';
import { PROJECTIONS } from './projections.ts';
import { openPool } from './read-models.ts';
import type { Projection } from './rows/index.ts';
import { migrateReadModels, rebuildProjection, type Rebuilt } from './runner/index.ts';

/** Swapping waits for readers that are in the middle of a query, and drops tables. */
const REBUILD_BOUND_MS = 300_000;

/**
 * Builds one projection anew beside the old one and swaps them, while the system goes on.
 * @throws RebuildRunning; PoisonousEvent when the history cannot be projected, in which case the old one stays
 */
export async function rebuildNamed(options: {
  databaseUrl: string;
  store: EventStore;
  projection: Projection;
  onProgress?: (events: number) => void;
}): Promise<Rebuilt> {
  const { databaseUrl, ...rest } = options;
  const pool = openPool(databaseUrl, 2, REBUILD_BOUND_MS);
  try {
    await migrateReadModels(pool, PROJECTIONS);
    return await rebuildProjection({ pool, ...rest });
  } finally {
    await pool.end();
  }
}
