import { type Row } from '../form/index.ts';

/** Ids that no row of the list has: the letter of the list and the numbers after the highest. */
export function nextIds(rows: readonly Row[], letter: string, count: number): string[] {
  const numbers = rows.map(({ id }) => Number(/(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const highest = Math.max(0, ...numbers);
  return Array.from({ length: count }, (_, index) => `${letter}${String(highest + index + 1)}`);
}

/** The row with another text in one field; blank fields are left out. */
export function withCell(row: Row, key: string, text: string): Row {
  const { [key]: _, ...others } = row;
  return text.trim() === '' ? (others as Row) : { ...row, [key]: text };
}

export const inserted = (rows: readonly Row[], at: number, row: Row): Row[] => [
  ...rows.slice(0, at),
  row,
  ...rows.slice(at),
];

export const removed = (rows: readonly Row[], from: number, to: number): Row[] =>
  rows.filter((_, index) => index < from || index > to);

/** The row one place up (-1) or down (1); at the edge nothing happens. */
export function moved(rows: readonly Row[], at: number, by: -1 | 1): readonly Row[] {
  const [row, other] = [rows[at], rows[at + by]];
  if (!row || !other) return rows;
  return rows.map((one, index) => (index === at ? other : index === at + by ? row : one));
}
