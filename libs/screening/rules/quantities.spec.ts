import { screen } from '../index.ts';
import { evaluate } from '../arithmetic.ts';
import { codesOf, sampleProject } from '../sample-forms.ts';

const says = (purpose: string) => sampleProject({ purpose });

describe('数量、单价与金额', () => {
  it.each([
    '16个村，每个村3万元',
    '80个班，每班6000元',
    '老人400人,100元/人/月，一年需48万元',
    '学员120人,每人4000元，需48万元',
    '（1900+1100.71+100）×12月×48人=1786008.96元',
    '授课费32万元、教材费16万元，合计48万元',
    '所需资金48万元',
  ])('“%s”算得对', (purpose) => expect(codesOf(says(purpose))).toEqual([]));

  it('数量乘单价不等于写的金额', () => {
    expect(screen(says('老人400人,100元/人/月，一年需46万元'))).toMatchObject([
      { code: 'quantity-times-price', severity: 'warning', path: '/purpose' },
    ]);
  });

  it('没写金额的，与预算数比', () => {
    expect(codesOf(says('20个村，每个村3万元'))).toEqual(['quantity-times-price']);
  });

  it('测算式、合计算错', () => {
    expect(codesOf(says('（1900+1100.71+100）×12月×47人=1786008.96元'))).toEqual(['calculation-wrong']);
    expect(codesOf(says('授课费30万元、教材费16万元，合计48万元'))).toEqual(['calculation-wrong']);
  });

  it('“其中”各项之和不应大于总数', () => {
    expect(codesOf(says('查螺面积3935万平方米（其中垸内305万平方米，垸外3680万平方米）'))).toEqual([
      'calculation-wrong',
    ]);
    expect(codesOf(says('查螺面积3985万平方米（其中垸内305万平方米，垸外3680万平方米）'))).toEqual([]);
  });

  it('所需资金与预算数不同', () => {
    expect(codesOf(says('经测算，所需资金50万元'))).toEqual(['stated-need-differs']);
  });

  it('单位成本乘数量，按预算写的位数四舍五入', () => {
    const rows = (sampleProject().indicators ?? []).filter(({ id }) => id !== 'i4' && id !== 'i1');
    const form = (price: string) => {
      const indicators = [
        ...rows,
        { id: 'c1', level1: '产出指标', level2: '成本指标', name: '生均成本', value: price, unit: '元/人' },
        { id: 'c2', level1: '产出指标', level2: '数量指标', name: '受益学生人数', value: '1620', unit: '人' },
      ];
      const items = [{ id: 'b1', name: '设备', thisYear: '31.08', estimate: '合同' }];
      return sampleProject({
        indicators,
        budgetItems: items,
        funding: { thisYear: { total: '31.08', county: '31.08' } },
      });
    };
    expect(codesOf(form('191.85'))).toEqual([]);
    expect(codesOf(form('195.85'))).toEqual(['quantity-times-price']);
  });

  it('reads brackets and precedence, and nothing half-read', () => {
    expect(evaluate('(1+2)×3月+4')?.toString()).toBe('13');
    expect(evaluate('(1+2')).toBeUndefined();
    expect(evaluate('+2')).toBeUndefined();
  });
});
