import { recordedFormSchemas, ROW_LISTS, type Form, type FormInput } from './schema.ts';
import { isRecordedForm } from './validate.ts';

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

/** Whether a path names a field that this kind of form has (it may be blank) or a row that is there; `/` is the whole form. */
export function knowsPath(form: Form, path: string): boolean {
  if (path === '/') return true;
  const [start, ...parts] = path.split('/');
  if (start !== '' || parts.length === 0) return false;
  let schema: object | undefined = recordedFormSchemas[form.kind];
  for (const [index, part] of parts.entries()) {
    const inner = schemaAt(schema, part);
    if (!inner) return false;
    if (inner.isRow && valueAt(form, `/${parts.slice(0, index + 1).join('/')}`) === undefined) return false;
    schema = inner.schema;
  }
  return true;
}

function schemaAt(schema: object, part: string): { schema: object; isRow: boolean } | null {
  if ('items' in schema) return { schema: schema.items as object, isRow: true };
  if (!('properties' in schema)) return null;
  const properties = schema.properties as Record<string, object>;
  const inner = Object.hasOwn(properties, part) ? properties[part] : undefined;
  return inner ? { schema: inner, isRow: false } : null;
}

/** The form with another text at a field's path; null where the field cannot hold that text. */
export function withValueAt(form: Form, path: string, text: string): Form | null {
  if (!knowsPath(form, path) || path === '/') return null;
  const copy = structuredClone(form);
  const parts = path.split('/').slice(1);
  const last = parts.pop() ?? '';
  let place: unknown = copy;
  for (const part of parts) {
    if (Array.isArray(place)) place = rowAt(place, part);
    else if (isObject(place)) place = place[part] ??= {};
  }
  if (!isObject(place)) return null;
  place[last] = text;
  return isRecordedForm(copy) ? copy : null;
}
