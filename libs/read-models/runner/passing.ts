import pg from 'pg';
import { StoreUnavailable } from '#event-store';

/** SQLSTATE classes of a server that is going, gone or full, and of transactions that got into each other's way. */
const PASSING = /^(08|53|57|40|55P03)/;

/** Is it the server's state and not the batch, so that the same batch may succeed after a while? */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (error instanceof pg.DatabaseError) return PASSING.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /connect|timeout|ECONN|EPIPE|socket|terminated/i.test(`${code} ${error.message}`);
}
