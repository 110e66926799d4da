import { medianPlace } from './spread.ts';

describe('指标值的分布', () => {
  it('中位数在横线上的位置', () => {
    expect(medianPlace({ numbers: 3, least: '80', median: '95', greatest: '100' })).toBe(75);
    expect(medianPlace({ numbers: 3, least: '1', median: '1', greatest: '1' })).toBeNull();
  });
});
