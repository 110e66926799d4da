import { ROW_LIMIT, TEXT_LIMIT } from '#form';

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

/** Characters; far beyond any real table, and read at once. */
const MOST = 1_000_000;

/**
 * Why what is on the clipboard is more than the form can hold, in words; null where it is not. Said before anything is
 * written: a browser that draws megabytes in one cell does not answer any more.
 */
export function tooMuch(text: string): string | null {
  if (text.length > MOST) return '粘贴的内容太多，没有写入；请只复制要填的那几行';
  const block = parseBlock(text);
  if (block.length > ROW_LIMIT)
    return `粘贴的内容有 ${String(block.length)} 行，一张表最多 ${String(ROW_LIMIT)} 行，没有写入；请分几次粘贴`;
  const row = block.findIndex((cells) => cells.some((cell) => cell.length > TEXT_LIMIT));
  return row < 0
    ? null
    : `粘贴的第 ${String(row + 1)} 行有一格超过 ${String(TEXT_LIMIT)} 字，没有写入；请先缩短这一格`;
}

/** The same way back, so that Excel takes what is copied here. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quotedWhereNeeded).join('\t')).join('\n');

const quotedWhereNeeded = (cell: string): string =>
  /[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
