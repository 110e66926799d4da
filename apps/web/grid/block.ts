const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
const PLAIN = /[^\t\n]*/y;

/**
 * A block as Excel, WPS and Word put it on the clipboard: tabs between cells, lines between rows; a cell with lines or
 * quotes of its own stands in quotes, doubled inside.
 */
export function parseBlock(text: string): string[][] {
  const source = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= source.length;) {
    const { cell, end } = cellAt(source, at);
    row.push(cell.trim());
    if (source[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function cellAt(source: string, at: number): { cell: string; end: number } {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(source);
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex };
  PLAIN.lastIndex = at;
  const cell = PLAIN.exec(source)?.[0] ?? '';
  return { cell, end: at + cell.length };
}

/** The same way back, so that Excel takes what is copied here. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quotedWhereNeeded).join('\t')).join('\n');

const quotedWhereNeeded = (cell: string): string =>
  /[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
