import { screen } from '../index.ts';
import { codesOf, sampleDirection, sampleOverall, sampleProject } from '../sample-forms.ts';

const rows = sampleProject().indicators ?? [];
const cost = (value: string, name = '财政投入', unit = '万元') =>
  sampleProject({
    indicators: rows.map(({ unit: given, ...row }) =>
      row.id === 'i4'
        ? { ...row, name, value, ...(unit !== '' && { unit }) }
        : { ...row, ...(given !== undefined && { unit: given }) },
    ),
  });

describe('成本指标与预算', () => {
  it('总成本高于预算是错误', () => {
    expect(screen(cost('56'))).toMatchObject([
      {
        code: 'cost-above-budget',
        severity: 'error',
        path: '/indicators/i4/value',
        message: '预算数 48 万元，成本指标“财政投入” 56 万元，成本超过预算，请核对',
      },
    ]);
  });

  it('跨年项目的总投资不与当年预算比', () => {
    const years = (to: string) => ({
      ...cost('56', '项目总投资'),
      period: { from: '2023-01', to },
      schedule: [],
    });
    expect(codesOf(years('2025-12'))).not.toContain('cost-above-budget');
    expect(codesOf(years('2023-12'))).toContain('cost-above-budget');
  });

  it('数量指标中发放的钱超过预算；争取来的、追回的不是支出', () => {
    const spent = (name: string, value: string) =>
      sampleProject({
        indicators: rows.map((row) => (row.id === 'i1' ? { ...row, name, value, unit: '万元' } : row)),
      });
    expect(codesOf(spent('发放培训补贴金额', '60'))).toEqual(['spending-above-budget']);
    expect(codesOf(spent('发放培训补贴金额', '40'))).toEqual([]);
    expect(codesOf(spent('争取上级补助资金', '60'))).toEqual([]);
  });

  it('总成本低于预算是警告', () => {
    expect(screen(cost('40'))).toMatchObject([{ code: 'cost-below-budget', severity: 'warning' }]);
    expect(codesOf(cost('400000', '项目成本', '元'))).toEqual(['cost-below-budget']);
  });

  it.each([
    ['48', '项目总成本', '万元'],
    ['480000', '控制在预算内', '元'],
    ['48', '教师培训经费总额', ''],
    ['480000', '财政投入', ''],
  ])('%s %s %s 与预算相同，没有发现', (value, name, unit) => {
    expect(codesOf(cost(value, name, unit))).toEqual([]);
  });

  it.each(['人均培训成本', '教材单价', '教材采购成本', '场地租金'])('单项“%s”不与总预算比', (name) => {
    expect(codesOf(cost('60', name))).toEqual([]);
  });

  it('与财政资金相等也对：名称说的可能是财政投入', () => {
    const funding = { thisYear: { total: '48', fiscal: '40', other: '8' } };
    expect(codesOf({ ...cost('40'), funding })).toEqual([]);
  });

  it('整体支出表和方向表同样核对', () => {
    const row = {
      id: 'i9',
      level1: '成本指标',
      level2: '经济成本指标',
      name: '财政资金支出',
      operator: '≤',
      value: '1600',
      unit: '万元',
    } as const;
    const overall = sampleOverall();
    expect(codesOf({ ...overall, indicators: [...(overall.indicators ?? []), row] })).toEqual([
      'cost-above-budget',
    ]);
    const direction = sampleDirection();
    expect(
      codesOf({ ...direction, indicators: [...(direction.indicators ?? []), { ...row, value: '48' }] }),
    ).toEqual([]);
  });
});
