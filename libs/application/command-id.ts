import { createHash, randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { canonicalText } from '#event-store';

const NAMESPACE = 'd3f0c2a4-6f1e-5c49-9b53-6f6d75626961';

/**
 * The id of a command that carries an idempotency key: the same person, route and key (and target, in a batch) name the
 * same command.
 */
export const commandIdOf = (scope: {
  user: string;
  method: string;
  path: string;
  key: string;
  target?: string;
}): string => {
  const { user, method, path, key, target } = scope;
  return v5([user, method, path, key, ...(target === undefined ? [] : [target])].join('\n'), NAMESPACE);
};

export const randomCommandId = (): string => randomUUID();

/** SHA-256 of a command's body as canonical JSON, in hexadecimal. */
export const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(canonicalText(body ?? null))
    .digest('hex');

/** Ids that follow from a command's, so that a repeat writes the same bytes: events, new targets, new rows. */
export const derivedId = (commandId: string, what: string): string => v5(what, commandId);

/** Short ids for the rows that a command brings without one. */
export function rowIds(commandId: string): () => string {
  let count = 0;
  return () =>
    derivedId(commandId, `row ${String((count += 1))}`)
      .replaceAll('-', '')
      .slice(0, 12);
}
