import type { Cell } from '../../grid.ts';
import type { DocumentGrids } from '../document-grids.ts';
import { isOn, type Attributes } from '../xml-events.ts';

interface OpenCell {
  columnSpan: number;
  /** What the cell says of the one above it: it begins a merged cell, or goes on with it. */
  vertical: 'begins' | 'goes-on' | undefined;
  horizontal: boolean;
  paragraphs: string[];
  path: string | undefined;
}
interface OpenTable {
  row: number;
  column: number;
  cell: OpenCell | undefined;
  merged: Map<number, Cell>;
  last: Cell | undefined;
}
const WIDEST = 1_000;

/** The tables around the place that is being read, from outside in. */
export class WordTables {
  private readonly open: OpenTable[] = [];

  constructor(private readonly grids: DocumentGrids) {}

  get isInCell(): boolean {
    return this.open.at(-1)?.cell !== undefined;
  }

  beginTable(): void {
    this.grids.openTable();
    this.open.push({ row: 0, column: 1, cell: undefined, merged: new Map(), last: undefined });
  }

  endTable(): void {
    this.open.pop();
    this.grids.closeTable();
  }

  beginRow(): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.row += 1;
    table.column = 1;
    table.last = undefined;
  }

  beginCell(): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.cell = {
      columnSpan: 1,
      vertical: undefined,
      horizontal: false,
      paragraphs: [],
      path: undefined,
    };
  }

  addParagraph(text: string): void {
    this.open.at(-1)?.cell?.paragraphs.push(text);
  }

  /** The cell that we are in holds a field. */
  mark(path: string): void {
    const cell = this.open.at(-1)?.cell;
    if (cell) cell.path ??= path;
  }

  /** An element of a cell's or row's properties. */
  describe(name: string, attributes: Attributes): void {
    const table = this.open.at(-1);
    const value = attributes['w:val'];
    if (name === 'w:gridBefore' && table) table.column += spanOf(value);
    const cell = table?.cell;
    if (!cell) return;
    if (name === 'w:gridSpan') cell.columnSpan = spanOf(value);
    else if (name === 'w:vMerge') cell.vertical = value === 'restart' ? 'begins' : 'goes-on';
    else if (name === 'w:hMerge') cell.horizontal = value !== 'restart' && isOn(value);
  }

  endCell(): void {
    const table = this.open.at(-1);
    const cell = table?.cell;
    if (!table || !cell) return;
    table.cell = undefined;
    const { column } = table;
    table.column += cell.columnSpan;
    const above = table.merged.get(column);
    if (cell.horizontal && table.last) table.last.columnSpan += cell.columnSpan;
    else if (cell.vertical === 'goes-on' && above) above.rowSpan = table.row - above.row + 1;
    else this.place(table, cell, column);
  }

  private place(
    table: OpenTable,
    { columnSpan, paragraphs, path, vertical }: OpenCell,
    column: number,
  ): void {
    const text = paragraphs.join('\n');
    const placed = this.grids.addCell({
      row: table.row,
      column,
      rowSpan: 1,
      columnSpan,
      text,
      ...(path !== undefined && { holds: { path, text } }),
    });
    table.last = placed;
    if (vertical === 'begins') table.merged.set(column, placed);
    else table.merged.delete(column);
  }
}

const spanOf = (value: string | undefined): number =>
  Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), WIDEST);
