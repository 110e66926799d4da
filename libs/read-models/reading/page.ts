/** What a list answers; `next` is the cursor of the page after, `null` on the last. */
export interface Listed<T> {
  items: T[];
  total: number;
  next: string | null;
}

export interface Page {
  /** 1 to 200; 50 unless given. */
  limit?: number | undefined;
  /** The `next` of the page before. */
  cursor?: string | undefined;
}

/** A cursor that this list never gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

export const MOST_A_PAGE = 200;
const USUAL = 50;

export const limitOf = ({ limit = USUAL }: Page): number =>
  Math.min(Math.max(1, Math.trunc(limit)), MOST_A_PAGE);

export const cursorOf = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What keys of a cursor may look like. */
export const A_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const A_TEXT = /^\P{Cc}*$/u;
export const A_COUNT = /^\d{1,9}$/;

/**
 * The keys after which a page begins, as they must look; `null` for the first page.
 * @throws BadCursor
 */
export function keysIn({ cursor }: Page, shapes: readonly RegExp[]): string[] | null {
  if (cursor === undefined || cursor === '') return null;
  const keys = parsed(cursor);
  if (!Array.isArray(keys) || keys.length !== shapes.length) throw new BadCursor(cursor.slice(0, 80));
  const texts = keys.filter(
    (key, index): key is string => typeof key === 'string' && (shapes[index]?.test(key) ?? false),
  );
  if (texts.length !== shapes.length) throw new BadCursor(cursor.slice(0, 80));
  return texts;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** A page of rows that were read with one more than the limit, which says whether there is a next one. */
export function pageOf<R, T>(
  rows: readonly R[],
  { limit, total }: { limit: number; total: number },
  { item, keys }: { item: (row: R) => T; keys: (row: R) => readonly string[] },
): Listed<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(keys(last)) : null;
  return { items: shown.map(item), total, next };
}
