import { parseBlock } from '../../grid/block.ts';
import { type Register } from './register.ts';

/** A column of a block that is pasted from Excel. */
export interface SheetColumn {
  label: string;
  isOptional?: boolean;
}

/** What somebody pastes row by row: its columns, and what is wrong with a row. */
export interface ImportSheet {
  columns: readonly SheetColumn[];
  about: string;
  /** What is wrong, by column; `earlier` are the rows above. Empty where nothing is. */
  faultsOf: (
    cells: readonly string[],
    register: Register,
    earlier: readonly SheetRow[],
  ) => ReadonlyMap<number, string>;
}

export interface SheetRow {
  /** Counted from 1, as Excel does. */
  number: number;
  cells: readonly string[];
  faults: ReadonlyMap<number, string>;
}

/** The block checked cell by cell; a first line with the columns' names is left out. */
export function readSheet(text: string, sheet: ImportSheet, register: Register): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const [index, row] of parseBlock(text).entries()) {
    const cells = sheet.columns.map((_, column) => (row[column] ?? '').trim());
    const isHead = index === 0 && cells[0] === sheet.columns[0]?.label;
    if (isHead || cells.every((cell) => cell === '')) continue;
    const faults = new Map([...missing(cells, sheet), ...sheet.faultsOf(cells, register, rows)]);
    if (row.slice(sheet.columns.length).some((cell) => cell !== ''))
      faults.set(sheet.columns.length - 1, `多出了列，只要 ${String(sheet.columns.length)} 列`);
    rows.push({ number: index + 1, cells, faults });
  }
  return rows;
}

const missing = (cells: readonly string[], { columns }: ImportSheet): (readonly [number, string])[] =>
  columns.flatMap(({ label, isOptional }, column) =>
    cells[column] === '' && isOptional !== true ? [[column, `请填写${label}`] as const] : [],
  );

/** As the server takes codes and user names. */
export const isCode = (text: string): boolean => /^[A-Za-z0-9._-]{1,64}$/u.test(text);

/** Whether a row above says the same in the column. */
export const repeats = (text: string, column: number, earlier: readonly SheetRow[]): boolean =>
  earlier.some(({ cells }) => cells[column] === text);
