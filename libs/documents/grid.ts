/**
 * One cell where it begins. Rows and columns count from 1 as a person would; a merged cell stands at its
 * upper left corner with its spans. Checkboxes are the characters ☑ and ☐ inside `text`, whatever the source had.
 */
export interface Cell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** The field that the document itself says the cell holds, as our own forms do, with its text untouched. */
  holds?: CellField;
}

/** `path` is a form's path (`/indicators/i3/value`) or one of the marks of our own forms (see `writing`). */
export interface CellField {
  path: string;
  text: string;
}

/**
 * A table, or the text between tables as a grid of one column whose rows are the lines.
 * `table` numbers the tables of the document from 1; text has 0, and its rows number the lines of the document.
 */
export interface Grid {
  table: number;
  cells: readonly Cell[];
}

/** Where a cell is, for a person: 表2第3行第4列, or 正文第5行. */
export function placeOf(table: number, cell: Pick<Cell, 'row' | 'column'>): string {
  return table === 0 ? `正文第${cell.row}行` : `表${table}第${cell.row}行第${cell.column}列`;
}
