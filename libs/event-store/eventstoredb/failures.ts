import { isNativeError } from 'node:util/types';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import { WrongExpectedRevision } from '../errors.ts';
import type { ExpectedRevision } from '../port.ts';
import { NoAnswer } from './bounded.ts';

/** The client's own names for a server that is slow, gone, or no longer the leader. */
const PASSING_TYPES = new Set(['timeout', 'deadline-exceeded', 'unavailable', 'cancelled', 'not-leader']);

/** gRPC: cancelled, unknown, deadline, resources, aborted, internal (a reset stream), unavailable. */
const PASSING_CODES = new Set([1, 2, 4, 8, 10, 13, 14]);

/** Will another try, after a while, perhaps succeed? A server that is down gives raw gRPC errors without a type. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  if (!isNativeError(error)) return false;
  const { type, code } = error as Error & { type?: unknown; code?: unknown };
  if (typeof type === 'string' && PASSING_TYPES.has(type)) return true;
  if (typeof code === 'number') return PASSING_CODES.has(code);
  return /discover|channel has been|ECONN|EPIPE|subscription ended/i.test(error.message);
}

export function isMissingStream(error: unknown): boolean {
  return isNativeError(error) && 'type' in error && error.type === 'stream-not-found';
}

/** The client's conflict as the port states it; anything else as it is. */
export function conflictOf(stream: string, expected: ExpectedRevision, error: unknown): unknown {
  if (!(error instanceof WrongExpectedVersionError)) return error;
  const { actualVersion } = error;
  const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : 'none';
  return new WrongExpectedRevision(stream, expected, actual);
}
