import type { Cell, Grid } from '../grid.ts';
import { compact } from '../titles.ts';
import { columnName } from '../writing/table-workbook.ts';
import type { BatchColumn } from './columns.ts';

/** Something wrong in a cell, so that the clerk finds it: 项目!D5. */
export interface BatchFault {
  sheet: string;
  row: number;
  column: number;
  /** As Excel calls it: D5. */
  cell: string;
  message: string;
}

/** A row of a sheet by the paths of its columns. */
export interface SheetRow {
  row: number;
  cells: ReadonlyMap<string, { column: number; text: string }>;
}

export interface ReadSheet {
  sheet: string;
  rows: SheetRow[];
  /** By path, also for columns that the sheet lacks (0 then). */
  columnOf: (path: string) => number;
  faults: BatchFault[];
}

export const faultAt = (sheet: string, row: number, column: number, message: string): BatchFault => ({
  sheet,
  row,
  column,
  cell: `${columnName(Math.max(column, 1))}${row}`,
  message,
});

const key = (title: string): string => compact(title).replace(/\*|\(必填\)|\(万元\)|\(%\)/g, '');

/**
 * Reads a sheet by the titles of its head, in whatever order they stand; columns that are not known are said.
 * @param known the columns; `least` of their titles make a row the head
 * @returns undefined when no row is such a head
 */
export function readSheetRows(
  grids: readonly Grid[],
  { sheet, known, least }: { sheet: string; known: readonly BatchColumn[]; least: readonly string[] },
): ReadSheet | undefined {
  for (const grid of grids) {
    const byRow = rowsOf(grid);
    const head = byRow.find(({ cells }) =>
      least.every((title) => cells.some(({ text }) => key(text) === title)),
    );
    if (head) return sheetUnder(byRow, head, { sheet, known });
  }
  return undefined;
}

interface GridRow {
  row: number;
  cells: Cell[];
}

function rowsOf({ cells }: Grid): GridRow[] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].map(([row, inRow]) => ({ row, cells: inRow })).sort((a, b) => a.row - b.row);
}

function sheetUnder(
  byRow: readonly GridRow[],
  head: GridRow,
  { sheet, known }: { sheet: string; known: readonly BatchColumn[] },
): ReadSheet {
  const columns = new Map<number, string>();
  const faults: BatchFault[] = [];
  for (const { column, text } of head.cells.filter((cell) => cell.text !== '')) {
    const path = known.find(({ title }) => key(title) === key(text))?.path;
    const isTwice = path !== undefined && [...columns.values()].includes(path);
    if (path !== undefined && !isTwice) columns.set(column, path);
    else
      faults.push(
        faultAt(
          sheet,
          head.row,
          column,
          isTwice
            ? `“${text}”这一栏出现了两次，只读取了前一栏`
            : `认不出“${text}”这一栏，没有读取，请使用模板中的栏目`,
        ),
      );
  }
  const rows = byRow
    .filter(({ row, cells }) => row > head.row && cells.some(({ text }) => text.trim() !== ''))
    .map(({ row, cells }) => ({ row, cells: byPath(cells, columns) }));
  const columnOf = (path: string): number => [...columns].find(([, one]) => one === path)?.[0] ?? 0;
  return { sheet, rows, columnOf, faults };
}

function byPath(cells: readonly Cell[], columns: ReadonlyMap<number, string>): SheetRow['cells'] {
  return new Map(
    cells.flatMap(({ column, text }) => {
      const path = columns.get(column);
      return path === undefined || text.trim() === '' ? [] : [[path, { column, text: text.trim() }] as const];
    }),
  );
}
