import { addressOf, filterIn } from './address.ts';

describe('the public filter in the address', () => {
  it('reads what it knows and leaves out what cannot be meant', () => {
    expect(filterIn(new URLSearchParams('year=2027&department=301&q= 河道 '))).toEqual({
      year: 2027,
      department: '301',
      q: '河道',
    });
    expect(filterIn(new URLSearchParams('year=27&department=<b>&q='))).toEqual({});
  });

  it('names only what is asked for', () =>
    expect(addressOf({ year: '', department: '301', q: ' 河道 ' })).toBe(
      new URLSearchParams({ department: '301', q: '河道' }).toString(),
    ));
});
