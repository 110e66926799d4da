import { isNativeError } from 'node:util/types';
import type { ExpectedRevision, Position } from './port.ts';

/** Somebody else was faster, or the writer decided against an old history. States all three facts. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The stream's last revision, `none` where it does not exist. */
    readonly actual: number | 'none',
  ) {
    super(`Stream ${stream} was expected at revision ${String(expected)} but is at ${String(actual)}.`);
  }
}

export type AppendFault =
  | 'no-events'
  | 'id-not-uuid'
  | 'id-twice'
  | 'too-large'
  | 'stream-name'
  | 'type-name'
  | 'text'
  | 'expectation';

/** An append that no store would take, found before anything is sent. A defect of the writer, not of its data. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';

  constructor(
    readonly stream: string,
    readonly fault: AppendFault,
    detail: string,
  ) {
    super(`Append to stream ${stream} refused: ${detail}.`);
  }
}

/** A text that this store never gave out as a position. */
export class InvalidPosition extends Error {
  override readonly name = 'InvalidPosition';

  constructor(readonly position: Position) {
    super(`Not a position of this store: ${position.slice(0, 80)}`);
  }
}

/**
 * The store did not answer in time, or at all. `outcome` is what the caller may believe: a read is `not-done`;
 * an append is `unknown` once it was sent, and the same ids with the same expectation may be sent again.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(
    readonly outcome: 'not-done' | 'unknown',
    override readonly cause: unknown,
  ) {
    super(`The event store is not available (${isNativeError(cause) ? cause.message : String(cause)}).`);
  }
}

/** A reader remembers more than the log holds: the log was restored from a backup, or it is another log. */
export class CheckpointAhead extends Error {
  override readonly name = 'CheckpointAhead';

  constructor(
    readonly checkpoint: Position,
    readonly head: Position | null,
  ) {
    super(`Checkpoint ${checkpoint} lies ahead of the feed, which ends at ${head ?? 'nothing'}.`);
  }
}
