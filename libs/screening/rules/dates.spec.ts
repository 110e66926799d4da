import { screen } from '../index.ts';
import { codesOf, sampleDirection, sampleProject, withRow } from '../sample-forms.ts';

const period = (from: string, to: string) => {
  const { schedule: _schedule, ...form } = sampleProject({ period: { from, to } });
  return { ...form, schedule: [{ id: 's1', content: '组织培训', from, to }] };
};

describe('日期', () => {
  it.each([
    ['2023', '2023'],
    ['2023-01', '2023-12'],
    ['202301', '202312'],
    ['2023.01', '2023.12'],
    ['2023年1月', '2023年12月31日'],
    ['2022-07-01', '2024-06-30'],
  ])('%s 至 %s 没有发现', (from, to) => expect(codesOf(period(from, to))).toEqual([]));

  it('日历上没有的日期是错误', () => {
    expect(screen(period('2023-01-01', '2023-02-30'))).toMatchObject([
      { code: 'impossible-date', severity: 'error', path: '/period/to' },
      { code: 'impossible-date', severity: 'error', path: '/schedule/s1/to' },
    ]);
  });

  it('读不出的日期只是警告', () => {
    const form = sampleProject({
      schedule: [{ id: 's1', content: '维稳', from: '2023-01-01', to: '2023/1/12月' }],
    });
    expect(screen(form)).toMatchObject([
      { code: 'unreadable-date', severity: 'warning', path: '/schedule/s1/to' },
    ]);
  });

  it('结束早于开始是错误', () => {
    expect(codesOf(period('2023-12-31', '2023-01-01'))).toEqual(['ends-before-start']);
  });

  it('项目期不含预算年度、进度在项目期之外是警告', () => {
    expect(
      screen(sampleProject({ period: { from: '2022-01', to: '2022-12' } })).map(({ code, severity }) => [
        code,
        severity,
      ]),
    ).toEqual([
      ['period-outside-fiscal-year', 'warning'],
      ['schedule-outside-period', 'warning'],
      ['schedule-outside-period', 'warning'],
    ]);
    expect(codesOf(sampleDirection({ implementationPeriod: { from: '2019', to: '2021' } }))).toContain(
      'period-outside-fiscal-year',
    );
  });

  it.each(['2022年12月31日', '2022年底前', '2022-12-31', '2022年完成'])('时限 %s 不在 2023 年内', (value) => {
    expect(screen(withRow('i3', { value }))).toMatchObject([
      { code: 'deadline-in-another-year', severity: 'warning', path: '/indicators/i3/value' },
    ]);
  });

  it.each(['2023年1-12月', '2023年12月31日前', '12月底', '全年'])('时限 %s 没有发现', (value) => {
    expect(codesOf(withRow('i3', { value }))).toEqual([]);
  });

  it('与上年比较不是时限', () => {
    expect(codesOf(sampleProject({ goals: [{ id: 'g1', text: '合格率较2022年底提高' }] }))).toEqual([]);
  });

  it('指标解释说的是往年', () => {
    expect(codesOf(withRow('i1', { explanation: '考察2022年度培训情况' }))).toEqual([
      'deadline-in-another-year',
    ]);
    expect(codesOf(withRow('i1', { explanation: '考察2023年度培训情况' }))).toEqual([]);
    expect(codesOf(withRow('i1', { explanation: '较2022年度有所提高' }))).toEqual([]);
  });

  it('比较的基期不是上一年', () => {
    expect(codesOf(withRow('i1', { explanation: '相较2021年有所增加' }))).toEqual([
      'compared-with-wrong-year',
    ]);
    expect(codesOf(withRow('i1', { explanation: '相较2022年有所增加' }))).toEqual([]);
  });

  it('支出计划写了别的年度是警告', () => {
    const paymentPlan = [{ id: 'p1', until: '2022-12-31', percent: '100' }];
    expect(codesOf(sampleProject({ paymentPlan }))).toEqual(['payment-plan-in-another-year']);
  });

  it('实施期指标的时限超出实施期是警告', () => {
    const rows = sampleDirection().indicators ?? [];
    const indicators = rows.map((row) => (row.id === 'i3' ? { ...row, periodValue: '2026年底前' } : row));
    expect(codesOf(sampleDirection({ indicators }))).toEqual(['period-value-outside-period']);
  });
});
