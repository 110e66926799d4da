import { isFaultless, tally, type Seen } from './tally.ts';

const seen = (...events: [id: string, revision: number][]): Seen[] =>
  events.map(([id, revision]) => ({ id, stream: 's', revision }));

describe('the tally of a subscriber', () => {
  const written = ['a', 'b', 'c'];

  it('finds nothing wrong with everything once and in order', () => {
    expect(isFaultless(tally(written, seen(['a', 0], ['b', 1], ['c', 2])))).toBe(true);
  });

  it.each([
    ['a lost event', seen(['a', 0], ['c', 2]), { lost: 1 }],
    ['a doubled event', seen(['a', 0], ['b', 1], ['a', 0], ['c', 2]), { doubled: 1 }],
    ['a reordered event', seen(['a', 0], ['c', 2], ['b', 1]), { reordered: 1 }],
    ['an event that nobody wrote', seen(['a', 0], ['b', 1], ['c', 2], ['d', 3]), { invented: 1 }],
  ])('counts %s', (_, handed, fault) => {
    const counted = tally(written, handed);
    expect(counted).toEqual({ written: 3, lost: 0, doubled: 0, reordered: 0, invented: 0, ...fault });
    expect(isFaultless(counted)).toBe(false);
  });
});
