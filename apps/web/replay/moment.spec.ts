import { momentIn, withMoment } from './moment.ts';

describe('the moment in the address', () => {
  it.each([
    ['', { revision: 9, from: null }],
    ['revision=3', { revision: 3, from: null }],
    ['revision=3&from=1', { revision: 3, from: 1 }],
    ['revision=3&from=3', { revision: 3, from: null }],
    ['revision=30&from=x', { revision: 9, from: null }],
  ])('%s', (address, moment) => expect(momentIn(new URLSearchParams(address), 9)).toEqual(moment));

  it('is set and taken away again', () => {
    const set = withMoment(new URLSearchParams('revision=3'), 'from', 1);
    expect(set.toString()).toBe('revision=3&from=1');
    expect(withMoment(set, 'from', null).toString()).toBe('revision=3');
  });
});
