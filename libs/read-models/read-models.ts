import pg from 'pg';
import type { EventStore, Position } from '#event-store';
import { PROJECTIONS, VIEWS, type View } from './projections.ts';
import {
  migrateReadModels,
  statusOfProjections,
  Waiting,
  type ProjectionStatus,
  type Reached,
} from './runner/index.ts';

/** The read models as a reader has them. */
export interface ReadModels {
  /** For the query functions. */
  readonly db: pg.Pool;
  /** Until the view is at least as new as `after`, two seconds at most; without `after` says where it is. */
  waitFor(view: View, after?: Position): Promise<Reached>;
  status(): Promise<ProjectionStatus[]>;
  close(): Promise<void>;
}

export interface ReadModelsOptions {
  databaseUrl: string;
  store: Pick<EventStore, 'compare'>;
  /** Connections for queries. Default 8. */
  connections?: number;
}

const QUERY_BOUND_MS = 15_000;

/** Opens the read models for reading; tables that are missing are made, so that api and worker may start in any order. */
export async function openReadModels(options: ReadModelsOptions): Promise<ReadModels> {
  const db = openPool(options.databaseUrl, options.connections ?? 8);
  await migrateReadModels(db, PROJECTIONS).catch(async (error: unknown) => {
    await db.end();
    throw error;
  });
  const waiting = new Waiting(db, (a, b) => options.store.compare(a, b));
  return {
    db,
    waitFor: (view, after) =>
      after === undefined ? waiting.where(VIEWS[view]) : waiting.waitFor(VIEWS[view], after),
    status: () => statusOfProjections(db),
    close: async () => {
      await waiting.close();
      await db.end();
    },
  };
}

/** A pool whose queries are bounded; a connection that breaks is replaced. */
export function openPool(databaseUrl: string, connections: number, boundMs = QUERY_BOUND_MS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    statement_timeout: boundMs,
  });
  const ignored = (): void => undefined;
  pool.on('error', ignored);
  // A connection in use tells of its break by an event too; whoever uses it sees the query fail.
  pool.on('connect', (client) => client.on('error', ignored));
  return pool;
}
