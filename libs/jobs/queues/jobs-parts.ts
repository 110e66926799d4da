import type pg from 'pg';
import type { QueuePlace } from './backend.ts';

/** What inbox, records and queues are read from, by whoever answers requests. */
export interface JobsParts {
  pool: pg.Pool;
  queues: QueuePlace;
}
