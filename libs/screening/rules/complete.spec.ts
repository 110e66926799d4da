import { screen } from '../index.ts';
import { codesOf, sampleDirection, sampleOverall, sampleProject } from '../sample-forms.ts';

describe('完整性', () => {
  it('填写完整的三种表都没有发现', () => {
    expect(screen(sampleProject())).toEqual([]);
    expect(screen(sampleOverall())).toEqual([]);
    expect(screen(sampleDirection())).toEqual([]);
  });

  it('必填项为空是错误，指出字段', () => {
    const { goals: _goals, ...form } = sampleProject();
    expect(screen(form)).toMatchObject([
      {
        code: 'required-field-missing',
        severity: 'error',
        path: '/goals',
        message: '“年度绩效目标”或“长期绩效目标”未填写，请补充',
      },
    ]);
  });

  it('有长期目标即可，不要求再填年度目标', () => {
    const { goals: _goals, ...form } = sampleProject({ longTermGoal: '三年轮训一遍' });
    expect(codesOf(form)).toEqual([]);
  });

  it('整体支出缺单位职责、方向缺年度金额是错误', () => {
    const { duties: _duties, ...overall } = sampleOverall();
    const { amount: _amount, ...direction } = sampleDirection();
    expect(screen(overall).map(({ path }) => path)).toEqual(['/duties']);
    expect(screen(direction).map(({ path }) => path)).toEqual(['/amount']);
  });

  it('表样里有而没填的是警告', () => {
    const { basis: _basis, ...form } = sampleProject();
    expect(screen(form)).toMatchObject([
      { code: 'expected-field-missing', severity: 'warning', path: '/basis' },
    ]);
  });

  it('公开表样没有立项依据等栏目，不提', () => {
    const {
      basis: _b,
      safeguards: _s,
      schedule: _c,
      budgetItems: _i,
      head: _h,
      period: _p,
      ...form
    } = sampleProject();
    expect(codesOf(form)).toEqual([]);
  });

  it('加密的联系人视为已填写', () => {
    expect(codesOf(sampleProject({ head: { key: 'k', ciphertext: 'c' } }))).toEqual([]);
  });
});
