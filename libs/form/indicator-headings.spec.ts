import { indicatorHeading } from './indicator-headings.ts';

describe('indicatorHeading', () => {
  it.each([
    ['*指标值', 'value'],
    ['*评（扣）分标准', 'scoringRule'],
    ['分值（权重）', 'weight'],
    [' 三级 指标：', 'name'],
    ['2027年度指标值', 'value'],
    ['实施期指标值', 'periodValue'],
    ['备注', 'note'],
  ])('%s', (text, heading) => expect(indicatorHeading(text)).toBe(heading));

  it('knows nothing of other words', () =>
    expect(['', '产出指标', '指标', '联系电话'].map(indicatorHeading)).toEqual(Array(4).fill(undefined)));
});
