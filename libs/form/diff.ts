import { ROW_LISTS, type Form } from './schema.ts';

/** One difference between two forms; `path` is a JSON Pointer with rows by id. For `moved` from and to are positions from 0. */
export interface Change {
  path: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  from?: unknown;
  to?: unknown;
}

interface Row {
  id: string;
  [field: string]: unknown;
}
const rowLists: ReadonlySet<string> = new Set(ROW_LISTS);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs between two versions of a form: fields by path, rows by their ids, never by position. */
export function diffForms(before: Form | null, after: Form | null): Change[] {
  return diffFields(before ?? {}, after ?? {}, '');
}

/** Whether `diffForms` would list nothing: several times cheaper, and asked at every save. */
export function isSameForm(before: Form, after: Form): boolean {
  const old = before as unknown as Record<string, unknown>;
  const now = after as unknown as Record<string, unknown>;
  return keysOf(old, now).every((key) =>
    rowLists.has(key) ? isSame(old[key] ?? [], now[key] ?? []) : isSame(old[key], now[key]),
  );
}

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const isObjectOrNothing = (value: unknown): value is Record<string, unknown> | undefined =>
  value === undefined || isObject(value);

/** What is absent is the same as an object without anything in it. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObjectOrNothing(a) || !isObjectOrNothing(b)) return false;
  return keysOf(a ?? {}, b ?? {}).every((key) => isSame(a?.[key], b?.[key]));
}

function diffFields(before: object, after: object, path: string): Change[] {
  const old = before as Record<string, unknown>;
  const now = after as Record<string, unknown>;
  return keysOf(old, now).flatMap((key) =>
    path === '' && rowLists.has(key)
      ? diffRows((old[key] ?? []) as Row[], (now[key] ?? []) as Row[], `/${key}`)
      : diffValue(old[key], now[key], `${path}/${key}`),
  );
}

function diffValue(from: unknown, to: unknown, path: string): Change[] {
  if (isObject(from) && isObject(to)) return diffFields(from, to, path);
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (from === undefined) return isObject(to) ? diffFields({}, to, path) : [{ path, kind: 'added', to }];
  if (to === undefined)
    return isObject(from) ? diffFields(from, {}, path) : [{ path, kind: 'removed', from }];
  return [{ path, kind: 'changed', from, to }];
}

function diffRows(before: readonly Row[], after: readonly Row[], path: string): Change[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  const removed = before
    .filter((row) => !now.has(row.id))
    .map((from): Change => ({ path: `${path}/${from.id}`, kind: 'removed', from }));
  const rest = after.flatMap((to): Change[] => {
    const from = old.get(to.id);
    return from
      ? diffFields(from, to, `${path}/${to.id}`)
      : [{ path: `${path}/${to.id}`, kind: 'added', to }];
  });
  return [...removed, ...rest, ...movedRows(before, after, path)];
}

/** The fewest rows whose moving explains the new order: those outside a longest run that kept its order. */
function movedRows(before: readonly Row[], after: readonly Row[], path: string): Change[] {
  const oldPlace = new Map(before.map((row, index) => [row.id, index]));
  const common = after.filter((row) => oldPlace.has(row.id));
  const places = common.map((row) => oldPlace.get(row.id) ?? 0);
  const kept = longestIncreasing(places);
  return common
    .filter((_, index) => !kept.has(index))
    .map((row) => ({
      path: `${path}/${row.id}`,
      kind: 'moved',
      from: oldPlace.get(row.id),
      to: after.indexOf(row),
    }));
}

/** Indexes of a longest increasing subsequence (patience sorting). */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, index) => {
    const pile = tails.findIndex((tail) => (values[tail] ?? 0) >= value);
    const place = pile === -1 ? tails.length : pile;
    previous[index] = tails[place - 1];
    tails[place] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) kept.add(index);
  return kept;
}
