import { filterIn, withFilter } from './filter-address.ts';

describe('the filter in the address', () => {
  it('reads what it knows and leaves out the rest', () => {
    const filter = filterIn(new URLSearchParams('q=河道 &state=granted&kind=nonsense&year=20x7'));
    expect(filter).toEqual({
      q: '河道',
      state: 'granted',
      kind: undefined,
      department: undefined,
      unit: undefined,
      year: undefined,
    });
  });

  it('sets one field and keeps the others; an empty one goes', () => {
    const address = withFilter(new URLSearchParams('q=河道&state=draft'), 'state', 'granted');
    expect(address.get('state')).toBe('granted');
    expect(withFilter(address, 'state', '').toString()).toBe(new URLSearchParams({ q: '河道' }).toString());
  });
});
