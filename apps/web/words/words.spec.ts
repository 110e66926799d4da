import { chinaMinute, dayOf, grouped, shortDay, stepsText, ungrouped, urgencyOf } from './index.ts';

describe('dates as people read them', () => {
  it('takes the day in China, not the browser’s', () =>
    expect(dayOf(new Date('2027-03-05T17:30:00Z'))).toBe('2027-03-06'));

  it('shows a stamp in UTC by China’s clock', () =>
    expect(chinaMinute('2027-03-05T17:30:09.120Z')).toBe('2027-03-06 01:30'));

  it('leaves out this year', () => {
    expect(shortDay('2027-03-12', '2027-03-01')).toBe('3月12日');
    expect(shortDay('2028-01-02', '2027-03-01')).toBe('2028年1月2日');
  });

  it.each([
    ['2027-02-28', 'overdue'],
    ['2027-03-01', 'today'],
    ['2027-03-08', 'week'],
    ['2027-03-09', 'later'],
    [undefined, 'open'],
  ])('a last day of %s is %s on 1 March', (due, urgency) =>
    expect(urgencyOf(due, '2027-03-01')).toBe(urgency),
  );
});

describe('amounts in 万元', () => {
  it('groups the thousands and keeps every place written', () => {
    expect(grouped('1234567.50')).toBe('1,234,567.50');
    expect(grouped('50')).toBe('50');
    expect(grouped('约五十')).toBe('约五十');
  });

  it('reads what Excel copies', () => {
    expect(ungrouped(' 1，234.50 ')).toBe('1234.50');
    expect(ungrouped('20万元')).toBe('20');
  });
});

it('得分过程连成一句', () => {
  expect(stepsText(['实际 96%，低 2%', '扣 2 分，得 13.00 分。'])).toBe(
    '实际 96%，低 2%；扣 2 分，得 13.00 分。',
  );
  expect(stepsText([])).toBe('');
});
