import { compact, isTitle } from '../titles.ts';
import { labelOf, type FieldLabel } from './labels.ts';
import type { PlacedCell, Row } from './rows.ts';

/** A form repeats none of these: a second one begins the next form. */
const ANCHORS: ReadonlySet<FieldLabel | 'section'> = new Set([
  'name',
  'fundName',
  'code',
  'unitName',
  'duties',
  'budgetUnit',
] as const);

/** Cuts the rows of a document into stretches that hold at most one form each (a matrix of many rows is one). */
export function segmentsOf(rows: readonly Row[]): Row[][] {
  const starts = [0];
  let seen = new Set<FieldLabel | 'section'>();
  let hasBody = false;
  rows.forEach((row, at) => {
    const anchors = anchorsOf(row);
    const isNext = (hasBody && isTitleRow(row)) || anchors.some((anchor) => seen.has(anchor));
    if (isNext) {
      starts.push(prefaceStart(rows, at, starts.at(-1) ?? 0));
      seen = new Set();
      hasBody = false;
    }
    anchors.forEach((anchor) => seen.add(anchor));
    hasBody ||= isBody(row);
  });
  return starts.map((start, at) => rows.slice(start, starts[at + 1]));
}

/** 项目名称 stands first or second in its row; further right it heads a column. */
function anchorsOf(row: Row): (FieldLabel | 'section')[] {
  if (row.table === 0 || isHeaderRow(row)) return [];
  return row.cells.flatMap((cell) => {
    const label = labelOf(cell.text);
    return label && ANCHORS.has(label.field) ? [label.field] : [];
  });
}

const isHeaderRow = (row: Row): boolean =>
  row.cells.length > 3 && row.cells.every((cell) => labelOf(cell.text) !== undefined);

export const isTitleRow = (row: Row): boolean => row.cells.length === 1 && isTitle(row.cells[0]?.text ?? '');

const isBody = (row: Row): boolean =>
  row.table !== 0 && row.cells.length > 1 && row.cells.some((cell) => labelOf(cell.text) !== undefined);

/** The lines above a form's first row that already speak of it: its heading, 附件2, 单位：万元, 填报单位. */
function prefaceStart(rows: readonly Row[], at: number, floor: number): number {
  let start = at;
  while (start - 1 > floor && isPreface(rows[start - 1], rows[at])) start -= 1;
  return start;
}

function isPreface(row: Row | undefined, opening: Row | undefined): boolean {
  const cell = row?.cells.length === 1 ? row.cells[0] : undefined;
  if (cell === undefined) return false;
  const text = compact(cell.text);
  if (isTitle(cell.text) || text.startsWith('单位:')) return true;
  return text.length <= 40 && isHeading(cell, opening?.cells[0]?.column);
}

/** In a table a heading stands where the form's first label stands: left of all else. */
const isHeading = ({ table, column, text }: PlacedCell, left = 1): boolean =>
  table === 0 ? !/[。；;]/.test(text) : column <= left && labelOf(text) === undefined;
