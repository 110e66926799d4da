import type { PlacedCell, Row } from './rows.ts';

/** A column of a table: the cell that heads it. */
export type Header = Pick<PlacedCell, 'column' | 'columnSpan'>;

/** The header over a column, shifted by `offset` columns. */
function headerOver<H extends Header>(headers: readonly H[], column: number): H | undefined {
  return headers.find((header) => column >= header.column && column < header.column + header.columnSpan);
}

/**
 * Which header each cell of a row stands under. Text formats lose merged cells, so that a whole row may stand
 * some columns to the left; `fits` says which of the possible readings make sense.
 * @returns undefined when no shift puts every cell under a header of its own
 */
export function underHeaders<H extends Header>(
  headers: readonly H[],
  cells: Row['cells'],
  fits: (pairs: readonly (readonly [H, PlacedCell])[]) => boolean = () => true,
): { pairs: (readonly [H, PlacedCell])[]; shift: number } | undefined {
  for (const shift of [0, 1, 2, 3, 4, -1, -2]) {
    const pairs = cells.flatMap((cell) => {
      const header = headerOver(headers, cell.column + shift);
      return header ? [[header, cell] as const] : [];
    });
    const isOneToOne = pairs.length === cells.length && new Set(pairs.map(([h]) => h)).size === pairs.length;
    if (isOneToOne && fits(pairs)) return { pairs, shift };
  }
  return undefined;
}
