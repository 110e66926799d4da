import { rectangleOf, select, step } from './selection.ts';

const extent = { rows: 2, columns: 3 };

describe('moving in a grid', () => {
  it('goes by arrows and stops at the edges', () => {
    expect(step(select({ row: 0, column: 0 }), 'down', extent)?.active).toEqual({ row: 1, column: 0 });
    expect(step(select({ row: 0, column: 0 }), 'left', extent)).toBeNull();
    expect(step(select({ row: 1, column: 2 }), 'down', extent)).toBeNull();
  });

  it('goes on at the next row with Tab, and out at the ends', () => {
    expect(step(select({ row: 0, column: 2 }), 'next', extent)?.active).toEqual({ row: 1, column: 0 });
    expect(step(select({ row: 1, column: 0 }), 'previous', extent)?.active).toEqual({ row: 0, column: 2 });
    expect(step(select({ row: 1, column: 2 }), 'next', extent)).toBeNull();
    expect(step(select({ row: 0, column: 0 }), 'previous', extent)).toBeNull();
  });

  it('extends a selection whose rectangle has both ends in it', () => {
    const extended = step(select({ row: 1, column: 1 }), 'up', extent, true);
    const wider = extended && step(extended, 'right', extent, true);
    expect(wider && rectangleOf(wider)).toEqual({ from: { row: 0, column: 1 }, to: { row: 1, column: 2 } });
  });
});
