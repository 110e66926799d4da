import type { Cell, CellField, Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { withPlainBoxes } from './checkboxes.ts';

/** A form has hundreds of cells; a document with more than this is no document of forms. */
const MOST_CELLS = 400_000;
const DEEPEST = 20;

interface OpenTable {
  table: number;
  cells: Cell[];
}

/**
 * Collects tables and the text between them in document order. A table inside a cell becomes a table of its own
 * that stands between the rows of the outer one, where a reader's eye meets it.
 */
export class DocumentGrids {
  private readonly grids: Grid[] = [];
  private readonly open: OpenTable[] = [];
  private text: Cell[] = [];
  private tables = 0;
  private lines = 0;
  private count = 0;

  get isInTable(): boolean {
    return this.open.length > 0;
  }

  openTable(): void {
    if (this.open.length >= DEEPEST) throw new UnreadableDocument('DocumentTooComplex');
    this.flushText();
    this.flush(this.open.at(-1));
    this.open.push({ table: (this.tables += 1), cells: [] });
  }

  closeTable(): void {
    this.flush(this.open.pop());
  }

  /**
   * A cell of the innermost table; blank ones count too, for a table is as wide as its cells.
   * @returns the cell as it stands, whose spans may still grow
   */
  addCell(cell: Cell): Cell {
    this.take();
    const placed = { ...cell, text: tidy(cell.text) };
    this.open.at(-1)?.cells.push(placed);
    return placed;
  }

  /** A paragraph outside of tables; each of its lines is counted. */
  addText(paragraph: string, holds?: CellField): void {
    for (const line of paragraph.split('\n')) {
      this.lines += 1;
      const text = tidy(line);
      if (text === '') continue;
      this.take();
      const cell = { row: this.lines, column: 1, rowSpan: 1, columnSpan: 1, text };
      this.text.push(holds ? { ...cell, holds } : cell);
    }
  }

  finish(): Grid[] {
    while (this.isInTable) this.closeTable();
    this.flushText();
    return this.grids;
  }

  private take(): void {
    this.count += 1;
    if (this.count > MOST_CELLS) throw new UnreadableDocument('DocumentTooComplex');
  }

  private flush(table: OpenTable | undefined): void {
    if (!table || table.cells.length === 0) return;
    this.grids.push({ table: table.table, cells: table.cells });
    table.cells = [];
  }

  private flushText(): void {
    if (this.text.length > 0) this.grids.push({ table: 0, cells: this.text });
    this.text = [];
  }
}

/** No-break spaces are spaces; boxes are ☑ and ☐. */
const tidy = (text: string): string => withPlainBoxes(text.replaceAll('\u00a0', ' ')).trim();
