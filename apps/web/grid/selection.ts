export interface Place {
  row: number;
  column: number;
}

/** The active cell, and where a selection that ends there began. */
export interface Selection {
  active: Place;
  anchor: Place;
}

export interface Extent {
  rows: number;
  columns: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous';

const at = (active: Place): Selection => ({ active, anchor: active });
export const select = at;

/** The rectangle that is selected, ends included. */
export function rectangleOf({ active, anchor }: Selection): { from: Place; to: Place } {
  return {
    from: { row: Math.min(active.row, anchor.row), column: Math.min(active.column, anchor.column) },
    to: { row: Math.max(active.row, anchor.row), column: Math.max(active.column, anchor.column) },
  };
}

const STEPS: Readonly<Record<'up' | 'down' | 'left' | 'right', readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/**
 * One step; `next` and `previous` go on at the ends of rows, as Tab does in Word.
 * @returns null where the step leaves the grid that way
 */
export function step(
  selection: Selection,
  direction: Direction,
  extent: Extent,
  isExtending = false,
): Selection | null {
  const { active, anchor } = selection;
  if (direction === 'next' || direction === 'previous') return tabbed(active, direction, extent);
  const [down, right] = STEPS[direction];
  const moved = { row: active.row + down, column: active.column + right };
  const isInside =
    moved.row >= 0 && moved.row < extent.rows && moved.column >= 0 && moved.column < extent.columns;
  if (!isInside) return null;
  return isExtending ? { active: moved, anchor } : at(moved);
}

function tabbed(active: Place, direction: 'next' | 'previous', { rows, columns }: Extent): Selection | null {
  const place = active.row * columns + active.column + (direction === 'next' ? 1 : -1);
  if (place < 0 || place >= rows * columns) return null;
  return at({ row: Math.floor(place / columns), column: place % columns });
}
