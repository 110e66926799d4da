import { ROW_LISTS, type Form, type FormInput } from './schema.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
const rowLists: ReadonlySet<string> = new Set(ROW_LISTS);

const isObject = (value: unknown): value is Record<string, Json | undefined> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every filled field of a form by its path, rows by id, in the form's order: `/indicators/i3/value` → "5".
 * Values that are no lists of rows (attachments) stand whole.
 */
export function fieldsOf(form: Form | FormInput): Map<string, Json> {
  const fields = new Map<string, Json>();
  const walk = (value: Json | undefined, path: string): void => {
    if (value === undefined) return;
    if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) if (key !== 'id') walk(inner, `${path}/${key}`);
    } else if (Array.isArray(value) && rowLists.has(path.slice(1))) {
      value.forEach((row, index) =>
        walk(row, `${path}/${isObject(row) && typeof row['id'] === 'string' ? row['id'] : String(index)}`),
      );
    } else fields.set(path, value);
  };
  walk(form, '');
  return fields;
}

/** What stands at a path (a field, a row, a list or, for `/`, the form itself); undefined where nothing does. */
export function valueAt(form: Form | FormInput, path: string): unknown {
  let value: unknown = form;
  for (const part of path.split('/').slice(1)) {
    if (part === '') continue;
    if (Array.isArray(value)) value = rowAt(value, part);
    else if (isObject(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else return undefined;
  }
  return value;
}

/** The row of that id; in a list without ids the one at that index. */
export function rowAt(rows: readonly unknown[], part: string): unknown {
  return rows.find((row, index) =>
    isObject(row) && row['id'] !== undefined ? row['id'] === part : String(index) === part,
  );
}
