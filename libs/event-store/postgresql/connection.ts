import { isNativeError } from 'node:util/types';
import pg from 'pg';
import type { Patience } from '../patience.ts';

/** A connection string, or what `pg` takes. */
export type Connection = string | pg.PoolConfig;

/**
 * `store.append` rests on READ COMMITTED. Every statement of ours has one good plan, by index, whatever its parameters:
 * planning it anew each time, as the server else does for arrays, cost more than appending.
 */
const SETTINGS = [
  'default_transaction_isolation=read\\ committed',
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  // A batch of the feed is sorted in memory.
  'work_mem=32MB',
];

/** What every connection of the store has in common. */
export function configOf(connection: Connection): pg.PoolConfig {
  const given = typeof connection === 'string' ? { connectionString: connection } : connection;
  const options = [given.options ?? '', ...SETTINGS.map((setting) => `-c ${setting}`)];
  return { connectionTimeoutMillis: 5_000, keepAlive: true, ...given, options: options.join(' ').trim() };
}

/** A pool whose every call is bounded, by the server and, should that be frozen, by us. */
export function openPool(connection: Connection, max: number, boundMs: number): pg.Pool {
  const pool = new pg.Pool({
    ...configOf(connection),
    max,
    statement_timeout: boundMs,
    query_timeout: boundMs + 2_000,
  });
  // An idle connection that breaks is replaced by the pool; the calls in flight see their own errors.
  pool.on('error', () => undefined);
  return pool;
}

/** SQLSTATE classes of a server that is going, gone, full or overtaken, and of a row another writer put there first. */
const PASSING = /^(08|53|57|40|55P03|23505)/;

/** Will another try, after a while, perhaps succeed? */
export function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return PASSING.test(error.code ?? '');
  return isNativeError(error) && /connect|timeout|ECONN|EPIPE|socket|terminated/i.test(describe(error));
}

/** An error of several addresses (AggregateError) has no message of its own. */
function describe(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors.map(String).join(' ') : '';
  return `${code} ${error.message} ${inner}`;
}

/** Trying again as this store understands it. */
export const patienceOf = (ms: number, outcome: Patience['outcome']): Patience => ({
  ms,
  outcome,
  isPassing,
});
