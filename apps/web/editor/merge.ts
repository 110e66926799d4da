import { diffForms, rowAt, ROW_LISTS, type Change, type Form, type RowList } from '#form';
import { rowsOf, type Row } from '../form/index.ts';
import { withRows, withText } from './edit-form.ts';

/** One place that both changed, or only one of them; a row that came or went counts whole. */
export interface Difference {
  path: string;
  mine?: Change;
  theirs?: Change;
}

/** What I and what others changed since the form that I had opened, place by place, in the form's order. */
export function differences(base: Form, mine: Form, theirs: Form): Difference[] {
  const byPath = new Map<string, Difference>();
  const at = (path: string): Difference => {
    const found = byPath.get(path) ?? { path };
    byPath.set(path, found);
    return found;
  };
  for (const change of diffForms(base, theirs)) at(change.path).theirs = change;
  for (const change of diffForms(base, mine)) at(change.path).mine = change;
  return [...byPath.values()];
}

/** Both changed it, and not to the same. */
export function isConflict({ mine, theirs }: Difference): boolean {
  return mine !== undefined && theirs !== undefined && JSON.stringify(mine.to) !== JSON.stringify(theirs.to);
}

/** Their form with my changes of the places that I keep. */
export function merged(theirs: Form, mine: Form, kept: readonly Change[]): Form {
  return kept.reduce((form, change) => apply(form, change, mine), theirs);
}

const isRowList = (name: string): name is RowList => ROW_LISTS.some((list) => list === name);

function apply(form: Form, { path, kind, to }: Change, mine: Form): Form {
  const [list = '', id, key] = path.split('/').slice(1);
  if (!isRowList(list) || id === undefined) return withText(form, path, textOf(to));
  const rows = rowsOf(form, list);
  if (key !== undefined)
    return withRows(
      form,
      list,
      rows.map((row) => (row.id === id ? cell(row, key, to) : row)),
    );
  if (kind === 'removed')
    return withRows(
      form,
      list,
      rows.filter((row) => row.id !== id),
    );
  const row = rowAt(rowsOf(mine, list), id) as Row | undefined;
  return row ? withRows(form, list, placed(rows, row, rowsOf(mine, list))) : form;
}

function cell(row: Row, key: string, to: unknown): Row {
  const { [key]: _, ...others } = row;
  return to === undefined ? (others as Row) : { ...row, [key]: textOf(to) };
}

/** After the row that stands before it in my form, first where that is none. */
function placed(rows: readonly Row[], row: Row, mine: readonly Row[]): Row[] {
  const others = rows.filter(({ id }) => id !== row.id);
  const before = mine[mine.findIndex(({ id }) => id === row.id) - 1];
  const place = before ? others.findIndex(({ id }) => id === before.id) + 1 : 0;
  return [...others.slice(0, place), row, ...others.slice(place)];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
