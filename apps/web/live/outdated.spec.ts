import { isOutdated } from './outdated.ts';

const target = { type: 'target', id: 'a', revision: 3, state: 'draft' } as const;

describe('what an event makes outdated', () => {
  it('is the target itself and the lists, not other targets', () => {
    expect(isOutdated(['target', 'a'], target)).toBe(true);
    expect(isOutdated(['history', 'b'], target)).toBe(false);
    expect(isOutdated(['targets', {}], target)).toBe(true);
  });

  it('is never what somebody has under their hands', () => {
    for (const event of [target, { type: 'reset' }, { type: 'tasks' }] as const)
      expect(isOutdated(['opening', 'a'], event)).toBe(false);
  });

  it('is everything that is shown after a reset, and nothing after a mere connection', () => {
    expect(isOutdated(['tasks', 'review'], { type: 'reset' })).toBe(false);
    for (const key of ['target', 'targets', 'tasks', 'campaigns', 'inbox']) {
      expect(isOutdated([key], { type: 'reset' })).toBe(true);
      expect(isOutdated([key], { type: 'open' })).toBe(false);
    }
  });
});
