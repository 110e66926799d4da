import { type Form } from '#form';
import { forget, keep, kept } from '../kept/index.ts';

/** What is typed but not yet in the system, kept in this browser: a crash or an expired session loses nothing. */
export interface LocalDraft {
  /** The revision that it began from. */
  revision: number;
  form: Form;
  /** Milliseconds since 1970. */
  at: number;
}

const keyOf = (user: string, id: string): string => `mubiao draft ${user} ${id}`;

const isDraft = (value: unknown): value is LocalDraft =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  'at' in value &&
  'form' in value &&
  typeof value.form === 'object';

export function localDraft(user: string, id: string): LocalDraft | null {
  const value = kept(keyOf(user, id));
  return isDraft(value) ? value : null;
}

/** @returns false where the browser keeps nothing */
export const keepLocally = (user: string, id: string, draft: LocalDraft): boolean =>
  keep(keyOf(user, id), draft);

export const forgetLocally = (user: string, id: string): void => forget(keyOf(user, id));
