import type { Grid } from '../grid.ts';
import { GridBuilder } from './text-lines.ts';

/**
 * Lines of cells parted by tabs, as a table pasted out of Word or Excel. A line without a tab is text and ends
 * the table; an empty line does not: page breaks leave them inside tables. Quoted cells may hold line breaks.
 */
export function readTabSeparated(text: string): Grid[] {
  const builder = new GridBuilder();
  let line = 0;
  for (const record of recordsOf(text)) {
    line += 1;
    if (record.includes('\t')) builder.addRow(record.split('\t').map(unquoted));
    else if (record.trim() !== '') builder.addText(line, record);
    line += record.split('\n').length - 1;
  }
  return builder.finish();
}

/** Excel quotes a copied cell that holds a line break; a quote that is never closed is only a character. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let open: string[] = [];
  for (const line of text.split('\n')) {
    open.push(line);
    const isOpen = open.length > 1 ? !CLOSES.test(line) : /(?:^|\t)"(?:[^"\t]|"")*$/.test(line);
    if (isOpen && open.length < LONGEST_CELL) continue;
    if (isOpen) records.push(...open);
    else records.push(open.join('\n'));
    open = [];
  }
  return [...records, ...open];
}

/** Lines of one quoted cell at most. */
const LONGEST_CELL = 200;
const CLOSES = /^(?:[^"]|"")*"(?:\t|$)/;

const unquoted = (cell: string): string =>
  /^"[^]*\n[^]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
