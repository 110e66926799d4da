import type { Cell, Grid } from '../grid.ts';
import { withPlainBoxes } from './checkboxes.ts';

/** What a line-by-line reader is filling: the grids so far, the table being built, the text between tables. */
export class GridBuilder {
  private readonly grids: Grid[] = [];
  private rows: string[][] = [];
  private text: Cell[] = [];
  private tables = 0;

  get isInTable(): boolean {
    return this.rows.length > 0;
  }

  addRow(cells: string[]): void {
    this.closeText();
    this.rows.push(cells);
  }

  addCell(text: string): void {
    const row = this.rows.at(-1);
    if (row) row.push(text);
    else this.addRow([text]);
  }

  /** A line that goes on in the last cell, `blank` empty lines further down. */
  continueCell(text: string, blank: number): void {
    const row = this.rows.at(-1);
    const last = row?.pop();
    row?.push(`${last ?? ''}${'\n'.repeat(blank + 1)}${text}`);
  }

  addText(line: number, text: string): void {
    this.closeTable();
    this.text.push({ row: line, column: 1, rowSpan: 1, columnSpan: 1, text: tidy(text) });
  }

  finish(): Grid[] {
    this.closeTable();
    this.closeText();
    return this.grids;
  }

  private closeText(): void {
    if (this.text.length > 0) this.grids.push({ table: 0, cells: this.text });
    this.text = [];
  }

  private closeTable(): void {
    if (this.rows.length === 0) return;
    this.tables += 1;
    const cells = this.rows.flatMap((row, at) =>
      row.map((text, column) => ({
        row: at + 1,
        column: column + 1,
        rowSpan: 1,
        columnSpan: 1,
        text: tidy(text),
      })),
    );
    this.grids.push({ table: this.tables, cells });
    this.rows = [];
  }
}

const tidy = (text: string): string => withPlainBoxes(text.replace(/\[bookmark: [^\]]*\]/g, '')).trim();
