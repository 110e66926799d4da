import { countedFrom, localOf, momentOf, outsideQuiet, UnknownYear, workingDays } from './index.ts';

describe('工作日', () => {
  it('国庆长假不计，调休的周末计入', () => {
    // 2025: 10月1日至8日放假，9月28日（周日）、10月11日（周六）上班。
    expect(workingDays.isCounted('2025-10-08')).toBe(false);
    expect(workingDays.isCounted('2025-09-28')).toBe(true);
    expect(workingDays.isCounted('2025-10-11')).toBe(true);
    expect(countedFrom(workingDays, '2025-09-30', 1)).toBe('2025-10-09');
    expect(countedFrom(workingDays, '2025-10-09', -2)).toBe('2025-09-29');
  });

  it('截止日逢假日，当日提醒提前到前一个工作日', () => {
    expect(countedFrom(workingDays, '2025-10-05', 0)).toBe('2025-09-30');
  });

  it('尚未公布放假安排的年份明说不知，不猜', () => {
    expect(() => workingDays.isCounted('2099-03-02')).toThrow(new UnknownYear(2099));
  });
});

describe('time of day', () => {
  const QUIET = { from: '20:00', until: '08:00' };
  const at = (day: string, time: string): number => momentOf(day, time, '+08:00');

  it('is the jurisdiction’s, whatever the machine’s', () => {
    expect(new Date(at('2027-01-01', '00:30')).toISOString()).toBe('2026-12-31T16:30:00.000Z');
    expect(localOf(Date.parse('2026-12-31T16:30:00Z'), '+08:00')).toEqual({
      day: '2027-01-01',
      time: '00:30',
    });
  });

  it('puts off what falls into quiet hours to their end, over midnight too', () => {
    expect(outsideQuiet(at('2027-03-01', '21:15'), QUIET, '+08:00')).toBe(at('2027-03-02', '08:00'));
    expect(outsideQuiet(at('2027-03-02', '03:00'), QUIET, '+08:00')).toBe(at('2027-03-02', '08:00'));
    expect(outsideQuiet(at('2027-03-02', '08:00'), QUIET, '+08:00')).toBe(at('2027-03-02', '08:00'));
    const noon = { from: '12:00', until: '14:00' };
    expect(outsideQuiet(at('2027-03-02', '12:30'), noon, '+08:00')).toBe(at('2027-03-02', '14:00'));
  });
});
