import type pg from 'pg';

/** A pool or a connection: what a query function needs. */
export type Queryable = Pick<pg.Pool, 'query'>;
