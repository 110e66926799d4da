import { standingOn } from './index.ts';

const said = (today: string, deadline: string, days: 'calendar' | 'working' = 'calendar'): string => {
  const { when, days: count, unit } = standingOn(today, deadline, days);
  return `${when} ${String(count)} ${unit}`;
};

describe('说到期限的那一天离期限还有几天', () => {
  it('自然日：还有、当天、已过', () => {
    expect(said('2027-03-24', '2027-03-31')).toBe('before 7 天');
    expect(said('2027-03-26', '2027-03-31')).toBe('before 5 天');
    expect(said('2027-03-31', '2027-03-31')).toBe('last 0 天');
    expect(said('2027-04-20', '2027-03-31')).toBe('over 20 天');
  });

  it('工作日：长假不计，调休的周末计入', () => {
    expect(said('2025-09-26', '2025-10-05', 'working')).toBe('before 3 个工作日');
    expect(said('2025-09-30', '2025-10-05', 'working')).toBe('last 0 个工作日');
    expect(said('2025-10-02', '2025-10-05', 'working')).toBe('last 0 个工作日');
    expect(said('2025-10-11', '2025-10-09', 'working')).toBe('over 2 个工作日');
  });

  it('过期后一个工作日也没有的，按自然日说', () =>
    expect(said('2025-10-06', '2025-10-05', 'working')).toBe('over 1 天'));

  it('尚未公布放假安排的年份，按自然日说', () =>
    expect(said('2099-03-20', '2099-03-31', 'working')).toBe('before 11 天'));
});
