import type { DocumentGrids } from './document-grids.ts';

const WIDEST = 1_000;
const TALLEST = 65_534;

/** Places the cells of one HTML table: a cell stands at the first column that no cell above reaches into. */
export class HtmlTable {
  private row = 0;
  private column = 1;
  /** The last row that is taken in a column, by what stands above. */
  private readonly taken: number[] = [];

  constructor(private readonly grids: DocumentGrids) {}

  beginRow(): void {
    this.row += 1;
    this.column = 1;
  }

  /** @param rowSpan as written; what is no number or out of range counts as one */
  addCell(text: string, rowSpan: number, columnSpan: number): void {
    if (this.row === 0) this.beginRow();
    while ((this.taken[this.column] ?? 0) >= this.row) this.column += 1;
    const { row, column } = this;
    const [rows, columns] = [within(rowSpan, TALLEST), within(columnSpan, WIDEST)];
    for (let at = column; at < column + columns; at += 1) this.taken[at] = row + rows - 1;
    this.column += columns;
    this.grids.addCell({ row, column, rowSpan: rows, columnSpan: columns, text });
  }
}

const within = (span: number, most: number): number =>
  Number.isInteger(span) && span >= 1 && span <= most ? span : 1;
