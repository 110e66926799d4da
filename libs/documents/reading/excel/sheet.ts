import type { Cell } from '../../grid.ts';
import { UnreadableDocument } from '../../messages.ts';
import { walkXml, type Attributes } from '../xml-events.ts';
import { numberText, type NumberKind } from './number-formats.ts';
import { unescaped } from './shared-strings.ts';

/** What the sheets of a workbook have in common. */
export interface Book {
  strings: readonly string[];
  kinds: readonly NumberKind[];
  isFrom1904: boolean;
}

const MOST_MERGES = 100_000;

/**
 * The cells of a sheet by their address; a cell of a merged range carries its spans. Cells without text are left out
 * but for the last column's: every row is as wide as the sheet.
 */
export function readSheet(xml: string, book: Book): Cell[] {
  const reader = new SheetReader(book);
  walkXml(xml, reader);
  return padded(reader.merged());
}

/** Widens every row to the widest by a blank cell in its last column. */
export function padded(cells: readonly Cell[]): Cell[] {
  const endOf = ({ column, columnSpan }: Cell): number => column + columnSpan - 1;
  const last = cells.reduce((widest, cell) => Math.max(widest, endOf(cell)), 0);
  const widths = new Map<number, number>();
  for (const cell of cells) widths.set(cell.row, Math.max(widths.get(cell.row) ?? 0, endOf(cell)));
  const short = [...widths].filter(([, width]) => width < last);
  const blanks = short.map(([row]) => ({ row, column: last, rowSpan: 1, columnSpan: 1, text: '' }));
  return [...cells, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column);
}

class SheetReader {
  private readonly cells = new Map<string, Cell>();
  private readonly merges: string[] = [];
  private attributes: Attributes = {};
  private raw = '';
  private isValue = false;
  private row = 0;
  private column = 0;

  constructor(private readonly book: Book) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      this.row = Number(attributes['r'] ?? this.row + 1);
      this.column = 0;
    } else if (name === 'c') this.begin(attributes);
    else if (name === 'v' || name === 't') this.isValue = true;
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '');
  }

  private begin(attributes: Attributes): void {
    this.attributes = attributes;
    this.raw = '';
    const at = placeIn(attributes['r'] ?? '');
    this.column = at?.column ?? this.column + 1;
    this.row = at?.row ?? this.row;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c') this.add();
  }

  text(text: string): void {
    if (this.isValue) this.raw += text;
  }

  merged(): Cell[] {
    for (const ref of this.merges) {
      const [from, to] = ref.split(':').map(placeIn);
      const cell = from && this.cells.get(`${from.row}/${from.column}`);
      if (!cell || !to) continue;
      cell.rowSpan = Math.max(to.row - cell.row + 1, 1);
      cell.columnSpan = Math.max(to.column - cell.column + 1, 1);
    }
    return [...this.cells.values()];
  }

  private addMerge(ref: string): void {
    this.merges.push(ref);
    if (this.merges.length > MOST_MERGES) throw new UnreadableDocument('DocumentTooComplex');
  }

  private add(): void {
    const text = this.value();
    if (text.trim() === '') return;
    const { row, column } = this;
    this.cells.set(`${row}/${column}`, { row, column, rowSpan: 1, columnSpan: 1, text });
  }

  private value(): string {
    const { strings, kinds, isFrom1904 } = this.book;
    const type = this.attributes['t'] ?? 'n';
    if (type === 's') return strings[Number(this.raw)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescaped(this.raw);
    if (type === 'd') return this.raw.slice(0, 10);
    if (type !== 'n') return this.raw;
    return numberText(this.raw, kinds[Number(this.attributes['s'] ?? 0)] ?? 'plain', isFrom1904);
  }
}

/** C5, $C$5 → row 5, column 3; undefined for what is no address of one cell. */
export function placeIn(address: string): { row: number; column: number } | undefined {
  const [, letters = '', digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (digits === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
