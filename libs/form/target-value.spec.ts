import { operatorOf, parseTargetValue } from './target-value.ts';

describe('纸面指标值', () => {
  it.each([
    ['≥98', { operator: '≥', value: '98' }],
    ['≥5次', { operator: '≥', value: '5', unit: '次' }],
    ['>=95%', { operator: '≥', value: '95', unit: '%' }],
    ['≧95％', { operator: '≥', value: '95', unit: '%' }],
    ['﹥3家', { operator: '>', value: '3', unit: '家' }],
    ['≤15万元', { operator: '≤', value: '15', unit: '万元' }],
    ['≥30万元/个', { operator: '≥', value: '30', unit: '万元/个' }],
    ['不低于90%', { operator: '≥', value: '90', unit: '%' }],
    ['不超过 1,200 元', { operator: '≤', value: '1200', unit: '元' }],
    ['98%以上', { operator: '≥', value: '98', unit: '%' }],
    ['18家', { value: '18', unit: '家' }],
    ['343 人', { value: '343', unit: '人' }],
    ['95%', { value: '95', unit: '%' }],
    ['4.0%', { value: '4.0', unit: '%' }],
    ['191.85元/人', { value: '191.85', unit: '元/人' }],
    ['20000年', { value: '20000', unit: '年' }],
    ['54', { value: '54' }],
  ])('%s 拆得开', (text, value) => expect(parseTargetValue(text)).toEqual(value));

  it.each([
    '每月至少 1 次',
    '每年≥90%',
    '平均每年1000万元人次',
    '高于去年',
    '提升教学质量',
    '2023年12月31日',
    '2023 年',
    '2023年底',
    '2023年1-12月',
    '161..66',
    '24小时内',
    '780件左右',
  ])('%s 拆不开，照原样', (text) => expect(parseTargetValue(text)).toEqual({ value: text }));

  it('日期之前是早于，日期照原样', () => {
    expect(parseTargetValue('2023年12月31日前')).toEqual({ operator: '早于', value: '2023年12月31日前' });
    expect(parseTargetValue('2024年12月底前')).toEqual({ operator: '早于', value: '2024年12月底前' });
    expect(parseTargetValue('早于2023年6月30日')).toEqual({ operator: '早于', value: '2023年6月30日' });
  });

  it('指标值类型一栏的各种写法', () => {
    expect(['≧', '＝', '﹦', '﹥', '定性', '不超过'].map(operatorOf)).toEqual([
      '≥',
      '=',
      '=',
      '>',
      '定性',
      '≤',
    ]);
    expect(operatorOf('定量')).toBeUndefined();
  });
});
