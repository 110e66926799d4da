import type { Cell, Grid } from '../grid.ts';

/** A cell that knows its table. */
export interface PlacedCell extends Cell {
  table: number;
}

/** A row that has something in it: its non-blank cells from left to right, and how many columns it has. */
export interface Row {
  table: number;
  row: number;
  width: number;
  cells: readonly PlacedCell[];
}

/** All rows of a document in order, text lines as rows of one cell; rows without any text are left out. */
export function rowsOf(grids: readonly Grid[]): Row[] {
  return grids.flatMap((grid) => {
    const byRow = new Map<number, PlacedCell[]>();
    const widths = new Map<number, number>();
    for (const cell of grid.cells) {
      const end = cell.column + cell.columnSpan - 1;
      widths.set(cell.row, Math.max(widths.get(cell.row) ?? 0, end));
      if (cell.text.trim() === '') continue;
      const cells = byRow.get(cell.row) ?? [];
      cells.push({ ...cell, table: grid.table });
      byRow.set(cell.row, cells);
    }
    return [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({
        table: grid.table,
        row,
        width: widths.get(row) ?? 0,
        cells: cells.sort((a, b) => a.column - b.column),
      }));
  });
}

/** Joins the lines of a cell that was wrapped in the middle of words; spaces inside Chinese go too. */
export function inOneLine(text: string): string {
  const trimmed = text.trim();
  // 年 度 绩 效: letters set apart to fill a cell.
  if (/^(?:[\u4e00-\u9fff]\s+){2,}[\u4e00-\u9fff]$/.test(trimmed)) return trimmed.replace(/\s+/g, '');
  return trimmed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n|\n(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\n/g, ' ');
}

/** Level names and labels: no white space inside Chinese at all (成本 指标 → 成本指标). */
export function withoutGaps(text: string): string {
  return inOneLine(text).replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])/g, '');
}
