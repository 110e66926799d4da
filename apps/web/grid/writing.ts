import { operatorOf } from '#form';
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

interface Pasted {
  rows: readonly Row[];
  /** How many rows were written, and how many of them are new. */
  written: number;
  added: number;
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
): Pasted {
  const named = namedColumns(block[0] ?? [], columns);
  const targets = named ?? columns.slice(at.column);
  const lines = filledDown(named ? block.slice(1) : block, targets);
  const missing = Math.max(0, at.row + lines.length - rows.length);
  const all: Row[] = [...rows, ...nextIds(rows, letter, missing).map((id): Row => ({ id }))];
  lines.forEach((line, index) => {
    const row = all[at.row + index];
    if (!row) return;
    all[at.row + index] = line.reduce<Row>((now, cell, place) => {
      const column = targets[place];
      return column ? written(now, column, cell) : now;
    }, row);
  });
  return { rows: all, written: lines.length, added: missing };
}

const SAME: Readonly<Record<string, string>> = {
  评分标准: 'scoringRule',
  评扣分标准: 'scoringRule',
  指标值类型: 'operator',
  指标性质: 'operator',
  单位: 'unit',
  权重: 'weight',
  分值: 'weight',
  指标名称: 'name',
  指标说明: 'explanation',
};
const plain = (label: string): string => label.replace(/[\s（）()]/gu, '');

/** The columns that a heading line names; undefined for cells that are none; null where it is no heading. */
function namedColumns(
  heading: readonly string[],
  columns: readonly Column[],
): readonly (Column | undefined)[] | null {
  const named = heading.map((cell) =>
    columns.find(({ key, label }) => plain(label) === plain(cell) || SAME[plain(cell)] === key),
  );
  return named.filter((column) => column !== undefined).length >= 2 ? named : null;
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
