import type { EventStore } from '#event-store';
import { PROJECTIONS } from './projections.ts';
import { openPool } from './read-models.ts';
import type { Projection } from './rows/index.ts';
import { migrateReadModels, ProjectionRunner, rebuildProjection } from './runner/index.ts';

export interface RunOptions {
  databaseUrl: string;
  store: EventStore;
  /** A sentence for the log; what goes with it holds no data of events. */
  log: (sentence: string, error?: unknown) => void;
  projections?: readonly Projection[];
}

export interface RunningProjections {
  stop(): Promise<void>;
}

/** A rebuild reads the whole history in one transaction a batch; nothing in it takes this long. */
const WRITE_BOUND_MS = 60_000;

/**
 * Keeps all projections up with the feed until stopped; any number of processes may. Rows that an older program version
 * wrote in another way are rebuilt first, while readers go on with the old ones.
 */
export async function runProjections(options: RunOptions): Promise<RunningProjections> {
  const { databaseUrl, store, log, projections = PROJECTIONS } = options;
  const pool = openPool(databaseUrl, projections.length + 2, WRITE_BOUND_MS);
  try {
    const outdated = await migrateReadModels(pool, projections);
    for (const projection of projections.filter(({ name }) => outdated.includes(name))) {
      log(`投影 ${projection.name} 的表结构已更新，正在重建`);
      await rebuildProjection({ pool, store, projection });
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  const runners = projections.map((projection) => new ProjectionRunner({ pool, store, projection, log }));
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await pool.end();
    },
  };
}
