import { A_COUNT, A_UUID, BadCursor, cursorOf, keysIn, limitOf, pageOf } from './page.ts';

const UUID = '6ffd194d-c374-5e85-824e-92fd627cd9d1';

describe('a page of a list', () => {
  it('has 50 rows unless told, and never more than 200', () => {
    expect([{}, { limit: 7 }, { limit: 999 }, { limit: 0 }].map(limitOf)).toEqual([50, 7, 200, 1]);
  });

  it('begins after the keys of its cursor', () => {
    expect(keysIn({ cursor: cursorOf(['3', UUID]) }, [A_COUNT, A_UUID])).toEqual(['3', UUID]);
    expect(keysIn({}, [A_COUNT])).toBeNull();
  });

  it.each([
    'not base64 §',
    cursorOf(['3']),
    cursorOf(['x', UUID]),
    cursorOf(['3', 'x']),
    btoa('{}'),
    btoa('[3]'),
  ])('refuses a cursor that it never gave out: %s', (cursor) => {
    expect(() => keysIn({ cursor }, [A_COUNT, A_UUID])).toThrow(BadCursor);
  });

  it('names the next one where there is more', () => {
    const shape = { item: (row: number) => row * 10, keys: (row: number) => [String(row)] };
    const first = pageOf([1, 2, 3], { limit: 2, total: 5 }, shape);
    expect(first).toEqual({ items: [10, 20], total: 5, next: cursorOf(['2']) });
    expect(pageOf([4, 5], { limit: 2, total: 5 }, shape)).toEqual({ items: [40, 50], total: 5, next: null });
  });
});
