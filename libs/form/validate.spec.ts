import { checkForm, withRowIds } from './validate.ts';

const issues = (value: unknown) => {
  const result = checkForm(value);
  return 'issues' in result ? result.issues.map(({ path, code }) => `${path} ${code}`) : [];
};

describe('申报表的形状', () => {
  it('草稿内容可以不对，但每个值都要放在自己的位置', () => {
    expect(checkForm({ kind: 'project', indicators: [{ name: '会议次数', value: '若干' }] })).toHaveProperty(
      'form',
    );
    expect(issues({ kind: 'overall', name: '项目名称不属于整体支出表' })).toEqual(['/name unknown-field']);
  });

  it('指出所有不对的地方，行以其编号称呼', () => {
    expect(
      issues({
        kind: 'project',
        fiscalYear: 20230,
        summary: '   ',
        funding: { thisYear: { total: '20万元', county: '-1' } },
        indicators: [{ id: 'i3', weight: '五分', operator: '大于' }],
      }).sort(),
    ).toEqual([
      '/fiscalYear not-a-year',
      '/funding/thisYear/county not-an-amount',
      '/funding/thisYear/total not-an-amount',
      '/indicators/i3/operator not-a-choice',
      '/indicators/i3/weight not-a-decimal',
      '/summary blank',
    ]);
  });

  it('金额不超过一万亿元', () => {
    const total = (amount: string) => issues({ kind: 'project', funding: { thisYear: { total: amount } } });
    expect(total('100000000')).toEqual([]);
    expect(total('100000000.01')).toEqual(['/funding/thisYear/total not-an-amount']);
    expect(total('0.0000001')).toEqual(['/funding/thisYear/total not-an-amount']);
  });

  it('行编号不得重复，超过五百行不收', () => {
    expect(issues({ kind: 'project', goals: [{ id: 'g1' }, { id: 'g1' }] })).toEqual([
      '/goals/g1/id duplicate-row-id',
    ]);
    expect(issues({ kind: 'project', goals: Array.from({ length: 501 }, () => ({})) })).toEqual([
      '/goals too-many-rows',
    ]);
  });

  it('不认识的表种与不是表的东西都说清楚', () => {
    expect(issues({ kind: 'budget' })).toEqual(['/kind unknown-kind']);
    expect(issues([])).toEqual([' not-an-object']);
    expect(issues({ kind: 'toString' })).toEqual(['/kind unknown-kind']);
  });

  it('没有编号的行得到新编号，已有的保留', () => {
    let n = 0;
    const form = withRowIds(
      { kind: 'project', indicators: [{ name: '甲' }, { id: 'r1', name: '乙' }, { name: '丙' }] },
      () => `r${String(++n)}`,
    );
    expect(form.indicators?.map(({ id }) => id)).toEqual(['r2', 'r1', 'r3']);
  });
});
