/** Who asks and under which names: made by a door (HTTP, demo seeding, tests), understood by the one handler. */
export interface CommandRequest {
  /** The signed-in person's user id. */
  user: string;
  /** UUID of this command; a repeat under the same id acts once. */
  commandId: string;
  /** SHA-256 of the command's body in hexadecimal: the same id with another body is refused. */
  commandHash: string;
  correlationId: string;
  /** From `If-Match`: the revision that the person saw. */
  expectedRevision?: number;
}

/** What every change answers. `position` is opaque and null where nothing was written. */
export interface CommandResult {
  id: string;
  revision: number;
  position: string | null;
}

/** The thing does not exist, or the person may not know that it does. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The person's office does not allow this here. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  constructor(readonly command: string) {
    super(command);
  }
}

/** Somebody changed the target meanwhile; `actual` is its revision now. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`expected revision ${String(expected)}, it is ${String(actual)}`);
  }
}

/** The same idempotency key came with another body. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}
