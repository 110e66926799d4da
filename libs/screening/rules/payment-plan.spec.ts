import { screen } from '../index.ts';
import { codesOf, sampleProject } from '../sample-forms.ts';

const plan = (...percents: (string | undefined)[]) =>
  sampleProject({
    paymentPlan: percents.map((percent, index) => ({
      id: `p${String(index)}`,
      until: ['--03', '--06', '--09', '--12'][index] ?? '--12',
      ...(percent !== undefined && { percent }),
    })),
  });

describe('资金支出计划', () => {
  it('累计递增到 100% 没有发现，各期相同也可以', () => {
    expect(codesOf(plan('0', '0', '70', '100'))).toEqual([]);
    expect(codesOf(plan('25', '100', '100', '100'))).toEqual([]);
  });

  it('累计数下降是错误', () => {
    expect(screen(plan('20', '60', '50', '100'))).toMatchObject([
      {
        code: 'payment-plan-falls',
        severity: 'error',
        path: '/paymentPlan/p2/percent',
        message: '累计支出进度由6月底的 60% 降为9月底的 50%，累计数不应下降，请改正',
      },
    ]);
  });

  it('年底不到 100% 是错误，疑似填了当期数时说明', () => {
    expect(screen(plan('20', '40', '70', '90'))).toMatchObject([
      { code: 'payment-plan-end', fix: { value: '100' } },
    ]);
    const [finding] = screen(plan('25', '25', '25', '25'));
    expect(finding).toMatchObject({ code: 'payment-plan-end', severity: 'error' });
    expect(finding?.message).toContain('是否填成了当期数');
  });

  it('有空着的一期是警告', () => {
    expect(screen(plan(undefined, '50', undefined, '100'))).toMatchObject([
      {
        code: 'payment-plan-blank',
        severity: 'warning',
        message: '资金支出计划3月底、9月底未填写，请填写累计进度（没有支出的填 0）',
      },
    ]);
  });

  it('前三季度为 0、年底一次 100% 是警告', () => {
    expect(screen(plan('0', '0', '0', '100'))).toMatchObject([
      { code: 'payment-plan-all-at-end', severity: 'warning' },
    ]);
  });
});
