import { examine, screen } from '../index.ts';
import { codesOf, sampleOverall, sampleProject } from '../sample-forms.ts';

describe('勾稽关系', () => {
  it('资金合计不等于各级之和：引用各数并给出更正', () => {
    const form = sampleProject({ funding: { thisYear: { total: '48', city: '8.000001', county: '40' } } });
    expect(screen(form)).toMatchObject([
      {
        code: 'funding-sum',
        severity: 'error',
        path: '/funding/thisYear/total',
        message:
          '“项目资金·本年度申请资金·合计”填 48 万元，各项相加（市级资金 8.000001 + 县级资金 40）为 48.000001 万元，请核对',
        fix: { path: '/funding/thisYear/total', value: '48.000001' },
      },
    ]);
  });

  it('空着的级次按 0 计，上年同样核对', () => {
    expect(
      codesOf(sampleProject({ funding: { thisYear: { total: '48', city: '8', county: '40' } } })),
    ).toEqual([]);
    const lastYear = { total: '45', county: '44' };
    expect(
      codesOf(sampleProject({ funding: { thisYear: { total: '48', county: '48' }, lastYear } })),
    ).toEqual(['funding-sum']);
  });

  it('有“财政资金”栏时，合计等于财政资金加其他资金', () => {
    expect(
      codesOf(sampleProject({ funding: { thisYear: { total: '48', fiscal: '40', other: '8' } } })),
    ).toEqual([]);
    expect(codesOf(sampleProject({ funding: { thisYear: { total: '48', fiscal: '40' } } }))).toEqual([
      'funding-sum',
    ]);
    const levels = { total: '48', fiscal: '40', county: '39', other: '8' };
    expect(codesOf(sampleProject({ funding: { thisYear: levels } }))).toEqual(['funding-sum']);
  });

  it('明细之和不等于合计', () => {
    const budgetItems = [
      { id: 'b1', name: '授课费', thisYear: '32' },
      { id: 'b2', name: '教材费', thisYear: '15.5' },
    ];
    expect(screen(sampleProject({ budgetItems }))).toMatchObject([
      { code: 'budget-items-sum', path: '/budgetItems' },
    ]);
  });

  it('合计有数而明细全空是警告', () => {
    const budgetItems = [
      { id: 'b1', name: '房租费用' },
      { id: 'b2', name: '租车费用' },
    ];
    expect(screen(sampleProject({ budgetItems }))).toMatchObject([
      { code: 'parts-blank', severity: 'warning' },
    ]);
    expect(codesOf(sampleProject({ funding: { thisYear: { total: '48' } } }))).toEqual(['parts-blank']);
  });

  it('三公合计 13，分项 13.18', () => {
    const threePublic = { total: '13', vehicles: '0', abroad: '0', reception: '13.18' };
    expect(screen(sampleOverall({ threePublic }))).toMatchObject([
      { code: 'three-public-sum', severity: 'error', fix: { value: '13.18' } },
    ]);
  });

  it('支出、收入合计等于分项，收入等于支出', () => {
    expect(
      codesOf(sampleOverall({ expenditure: { total: '1500.5', basic: '1100', project: '400' } })),
    ).toEqual(['expenditure-sum']);
    expect(codesOf(sampleOverall({ income: { total: '1500.5', publicFinance: '1500' } }))).toEqual([
      'income-sum',
    ]);
    expect(screen(sampleOverall({ income: { total: '1500', publicFinance: '1500' } }))).toMatchObject([
      { code: 'income-differs-from-expenditure', severity: 'warning' },
    ]);
  });

  it('没有可核对的数时说明不适用的原因', () => {
    const outcomes = examine(sampleOverall({ threePublic: {} }));
    expect(outcomes).toContainEqual({
      code: 'funding-sum',
      title: '资金合计等于各级资金与其他资金之和',
      result: 'not-applicable',
      why: '本规则不适用于部门整体支出表',
    });
    expect(outcomes).toContainEqual({
      code: 'expenditure-sum',
      title: '支出合计等于基本支出与项目支出之和',
      result: 'not-found',
    });
  });
});
