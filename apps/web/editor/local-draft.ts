import { type Form } from '#form';

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
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(user, id)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** @returns false where the browser keeps nothing (private window, full) */
export function keepLocally(user: string, id: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(keyOf(user, id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetLocally(user: string, id: string): void {
  localStorage.removeItem(keyOf(user, id));
}
