import { leastLines, type PlacedLayoutCell } from './layout.ts';

/** Points. Excel allows no more than 409 for a row. */
const LINE = 14.5;
const PADDING = 5;
const LOWEST = 20;
const HIGHEST = 409;
const TITLE = 32;

/**
 * How high each row must be for its text to be seen: Excel fits no row to a merged cell. Cells over several rows
 * widen the last of them where the text needs it.
 * @param width characters that a column of the page holds; a Chinese one takes two
 */
export function rowHeights(cells: readonly PlacedLayoutCell[], width: number): Map<number, number> {
  const heights = new Map<number, number>([[1, TITLE]]);
  const inOrder = [...cells].sort((a, b) => a.rows - b.rows);
  for (const cell of inOrder) {
    const { row, rows, columns, text } = cell;
    if (row === 1) continue;
    const lines = Math.max(linesIn(text, Math.max(width * columns - 1, 2)), leastLines(cell));
    const needed = lines * LINE + PADDING;
    const span = Array.from({ length: rows }, (_, at) => row + at);
    for (const each of span) if (!heights.has(each)) heights.set(each, LOWEST);
    const has = span.reduce((sum, each) => sum + (heights.get(each) ?? 0), 0);
    const last = span.at(-1) ?? row;
    if (needed > has) heights.set(last, Math.min((heights.get(last) ?? 0) + needed - has, HIGHEST));
  }
  return heights;
}

function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
