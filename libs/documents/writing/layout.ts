/** A page is this many columns wide; a cell says how many of them it takes. */
export const PAGE_COLUMNS = 24;

/** How a cell looks: print of the form (beside a line, or at the right), the head of a table, or what is filled in. */
export type CellRole = 'label' | 'side' | 'unit' | 'head' | 'value' | 'short' | 'opinion';

/** A cell of a form on paper, in whatever format it is written. */
export interface LayoutCell {
  /** Of the page's columns. */
  columns: number;
  /** Rows that it reaches over, 1 where absent; the rows below leave its columns out. */
  rows?: number;
  text: string;
  role: CellRole;
  /** The field that it holds. */
  path?: string;
}
export type LayoutRow = readonly LayoutCell[];

export interface LayoutTable {
  rows: readonly LayoutRow[];
  /** Rows from the top that are repeated on every page. */
  headRows: number;
  hasBorders: boolean;
}

export interface FormLayout {
  /** `path` in a form that is read back; `anchor` where a table of contents leads to it. */
  title: { text: string; path?: string; anchor?: string };
  isLandscape: boolean;
  tables: readonly LayoutTable[];
}

export const label = (text: string, columns: number, rows = 1): LayoutCell => ({
  text,
  columns,
  rows,
  role: 'label',
});
/** Print before something that is written on a line. */
export const side = (text: string, columns: number): LayoutCell => ({ text, columns, role: 'side' });
export const head = (text: string, columns: number): LayoutCell => ({ text, columns, role: 'head' });
/** A text of any length, set from the left. */
export const value = (path: string, text: string | undefined, columns: number): LayoutCell => ({
  path,
  text: text ?? '',
  columns,
  role: 'value',
});
/** A name, a figure, a date: set in the middle. */
export const short = (path: string, text: string | undefined, columns: number): LayoutCell => ({
  ...value(path, text, columns),
  role: 'short',
});

/** What a paper only shows: the same cell, holding no field. */
export const shown = ({ path: _, ...cell }: LayoutCell): LayoutCell => cell;

/** Rows with a label at their left that reaches over all of them. */
export function under(text: string, columns: number, rows: readonly LayoutRow[]): LayoutRow[] {
  return rows.map((row, at) => (at === 0 ? [label(text, columns, rows.length), ...row] : row));
}

/** Lines that a cell has room for at least: an empty box over the width of the page is there to be written in. */
export const leastLines = ({ text, role, columns }: LayoutCell): number =>
  text === '' && role === 'value' && columns >= WIDE_CELL ? 3 : 1;
const WIDE_CELL = 16;

/** Where each cell of a table stands; rows and columns count from 1. */
export interface PlacedLayoutCell extends LayoutCell {
  row: number;
  column: number;
  rows: number;
}

/** Finds every cell its columns, right of what reaches down from the rows above. */
export function placed({ rows }: LayoutTable): PlacedLayoutCell[] {
  const taken = new Array<number>(PAGE_COLUMNS + 1).fill(0);
  return rows.flatMap((row, at) => {
    let column = 1;
    return row.map((cell) => {
      while ((taken[column] ?? 0) > at) column += 1;
      const place = { ...cell, row: at + 1, column, rows: cell.rows ?? 1 };
      taken.fill(at + place.rows, column, column + cell.columns);
      column += cell.columns;
      return place;
    });
  });
}
