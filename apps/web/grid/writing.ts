import { indicatorHeading, operatorOf } from '#form';
import { type Column, type Row } from '../form/index.ts';
import { ungrouped } from '../words/index.ts';
import { nextIds, withCell } from './rows.ts';

/** What a column's cell shows. A type that is none of the operators stays as it was written. */
export function cellText(row: Row | undefined, { key }: Column): string {
  return row?.[key] ?? (key === 'operator' ? (row?.['operatorText'] ?? '') : '');
}

/** The row with what somebody typed or pasted into a column: figures without separators, choices by label or value. */
export function written(row: Row, column: Column, text: string): Row {
  const trimmed = text.trim();
  if (column.key === 'operator') return withOperator(row, trimmed);
  if (column.as === 'amount' || column.as === 'number')
    return withCell(row, column.key, ungrouped(trimmed).replace(/[%分]$/u, ''));
  return withCell(row, column.key, trimmed);
}

/** `>=`, 大于等于 and the like are the sign that they mean; any other word stays as the document's. */
function withOperator(row: Row, text: string): Row {
  const operator = text === '' ? undefined : operatorOf(text);
  const rest = withCell(withCell(row, 'operator', ''), 'operatorText', '');
  return operator === undefined
    ? withCell(rest, 'operatorText', text)
    : withCell({ ...row, ...rest }, 'operator', operator);
}

interface Place {
  row: number;
  column: number;
}

/** What a block that was pasted came to. */
export interface PasteOutcome {
  /** How many rows were written, and how many of them are new. */
  written: number;
  added: number;
  /** Headings of the block that this table has no column for, though something stands below them. */
  left: readonly string[];
}

/**
 * Writes a block from a cell on, adding rows as needed. Where its first line names columns (一级指标 …) the cells go by
 * name. What Excel leaves blank below a merged cell is filled from above.
 */
export function pasted(
  rows: readonly Row[],
  at: Place,
  block: readonly (readonly string[])[],
  { columns, letter }: { columns: readonly Column[]; letter: string },
): PasteOutcome & { rows: readonly Row[] } {
  const [heading = [], ...below] = block;
  const named = namedColumns(heading, below, columns);
  const targets = named ?? columns.slice(at.column);
  const lines = filledDown(named ? below : block, targets);
  const missing = Math.max(0, at.row + lines.length - rows.length);
  const all: Row[] = [...rows, ...nextIds(rows, letter, missing).map((id): Row => ({ id }))];
  lines.forEach((line, index) => {
    const row = all[at.row + index];
    if (!row) return;
    all[at.row + index] = line.reduce<Row>((now, cell, place) => {
      const column = targets[place];
      // Some forms head two columns alike: the blank one says nothing.
      const isSecond = column !== undefined && targets.indexOf(column) < place;
      return column && !(isSecond && cell === '') ? written(now, column, cell) : now;
    }, row);
  });
  const isLeft = (name: string, place: number): boolean =>
    name !== '' && !targets[place] && lines.some((line) => (line[place] ?? '') !== '');
  return { rows: all, written: lines.length, added: missing, left: named ? heading.filter(isLeft) : [] };
}

const plain = (label: string): string => label.replace(/[\s（）()]/gu, '');
const FIGURE = /^(?:\d+(?:\.\d+)?[%分]?)?$/u;

/** The columns that a heading line names; undefined for cells that are none; null where it is no heading. */
function namedColumns(
  heading: readonly string[],
  below: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly (Column | undefined)[] | null {
  const hasWeight = heading.some((cell) => indicatorHeading(cell) === 'weight');
  const named = heading.map((cell, place) => {
    const labelled = columns.find(({ label }) => plain(label) === plain(cell));
    // Where no column is called 分值, 备注 is where units write the weights.
    const isWeight = !hasWeight && below.every((line) => FIGURE.test(line[place] ?? ''));
    return labelled ?? columns.find(({ key }) => key === keyOf(cell, isWeight));
  });
  return named.filter((column) => column !== undefined).length >= 2 ? named : null;
}

/** The field of an indicator that a heading stands for, by any of the names that units give it. */
function keyOf(cell: string, isNoteWeight: boolean): string | undefined {
  const heading = indicatorHeading(cell);
  if (heading === 'type') return 'operator';
  return heading === 'note' && isNoteWeight ? 'weight' : heading;
}

function filledDown(
  lines: readonly (readonly string[])[],
  targets: readonly (Column | undefined)[],
): readonly (readonly string[])[] {
  const above: string[] = [];
  return lines.map((line) => {
    const isBlank = line.every((cell) => cell === '');
    return line.map((cell, place) => {
      if (!targets[place]?.merged || isBlank) return cell;
      const text = cell === '' ? (above[place] ?? '') : cell;
      above[place] = text;
      return text;
    });
  });
}
