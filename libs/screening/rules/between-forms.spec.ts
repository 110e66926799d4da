import type { Form } from '#form';
import { screen } from '../index.ts';
import { codesOf, sampleDirection, sampleOverall, sampleProject } from '../sample-forms.ts';

const other = (form: Form, unit = '测试县文旅局') => ({ id: 'x', unit, form });

describe('表与表之间', () => {
  it('指标与别的表相同：后来的那份得到提示，指明另一份', () => {
    const form = sampleProject({ name: '校长培训经费' });
    expect(screen(form, { others: [other(sampleProject())] })).toMatchObject([
      {
        code: 'same-indicators-elsewhere',
        severity: 'warning',
        path: '/',
        message: '6 条绩效指标与测试县文旅局“教师培训经费”相同，请按本表的实际另行设定或说明',
      },
    ]);
  });

  it('指标不同的表不提', () => {
    const rows = (sampleProject().indicators ?? []).map((row) => ({ ...row, name: `校长${row.name ?? ''}` }));
    expect(
      codesOf(sampleProject({ name: '校长培训经费', indicators: rows }), {
        others: [other(sampleProject())],
      }),
    ).toEqual([]);
  });

  it('两个单位申报同名同额的项目', () => {
    const rows = (sampleProject().indicators ?? []).map((row) => ({ ...row, name: `全县${row.name ?? ''}` }));
    const form = sampleProject({ indicators: rows });
    expect(codesOf(form, { unit: '测试县教育局', others: [other(sampleProject())] })).toEqual([
      'same-project-elsewhere',
    ]);
    expect(codesOf(form, { unit: '测试县教育局', others: [other(sampleProject(), '测试县教育局')] })).toEqual(
      [],
    );
  });

  it('与上年相比只改了年份', () => {
    const lastYear = sampleProject({
      fiscalYear: 2022,
      period: { from: '2022-01-01', to: '2022-12-31' },
      indicators: (sampleProject().indicators ?? []).map((row) =>
        row.id === 'i3' ? { ...row, value: '2022年12月底前' } : row,
      ),
      paymentPlan: (sampleProject().paymentPlan ?? []).map((step) => ({
        ...step,
        until: step.until?.replace('2023', '2022') ?? '',
      })),
      schedule: [{ id: 's1', content: '组织培训', from: '2022-03', to: '2022-11' }],
    });
    expect(codesOf(sampleProject(), { lastYear })).toEqual(['only-years-changed']);
    expect(codesOf(sampleProject({ goals: [{ id: 'g1', text: '全县教师轮训一遍' }] }), { lastYear })).toEqual(
      [],
    );
  });

  it('资金增长超过 20% 而没有测算依据', () => {
    const funding = { thisYear: { total: '60', county: '60' }, lastYear: { total: '45', county: '45' } };
    const bare = {
      funding,
      budgetItems: [{ id: 'b1', name: '授课费', thisYear: '60' }],
      indicators: (sampleProject().indicators ?? []).filter(({ id }) => id !== 'i4'),
    };
    expect(codesOf(sampleProject(bare))).toEqual(['grows-without-estimate']);
    expect(
      codesOf(
        sampleProject({
          ...bare,
          budgetItems: [{ id: 'b1', name: '授课费', thisYear: '60', estimate: '合同' }],
        }),
      ),
    ).toEqual([]);
    expect(codesOf(sampleProject(bare), { ruleSet: { growthPercent: '50' } })).toEqual([]);
  });

  it('整体支出和方向用上年的表比', () => {
    const expenditure = { total: '1100', basic: '1100', project: '0' };
    expect(codesOf(sampleOverall(), { lastYear: sampleOverall({ fiscalYear: 2022, expenditure }) })).toEqual([
      'grows-without-estimate',
    ]);
    expect(
      codesOf(sampleDirection(), {
        lastYear: sampleDirection({ amount: '45', fiscalYear: 2022, periodGoal: '两年轮训一遍' }),
      }),
    ).toEqual([]);
  });

  it('专项总额不等于各方向之和是错误', () => {
    const fund = { fund: '教育发展专项', fiscalYear: 2023 };
    const second = other(sampleDirection({ direction: '校舍维修', amount: '50', indicators: [] }));
    expect(codesOf(sampleDirection(), { fundTotals: [{ ...fund, total: '98' }], others: [second] })).toEqual(
      [],
    );
    expect(
      screen(sampleDirection(), { fundTotals: [{ ...fund, total: '100' }], others: [second] }),
    ).toMatchObject([{ code: 'fund-total-differs', severity: 'error', path: '/amount' }]);
  });
});
