import type { Indicator, ProjectForm } from '#form';
import { screen } from '../index.ts';
import { codesOf, sampleProject, withRow } from '../sample-forms.ts';

const says = (purpose: string, change: Partial<ProjectForm> = {}) => sampleProject({ purpose, ...change });
const explained = (explanation: string, row: Partial<Indicator> = {}) =>
  withRow('i1', { explanation, ...row });

describe('文字中的数与指标', () => {
  it('用途写的人数与指标不同', () => {
    expect(screen(says('集中培训教师125名'))).toMatchObject([
      {
        code: 'text-differs-from-indicator',
        severity: 'warning',
        path: '/purpose',
        message: '“资金用途”写 125名，指标“培训教师”为 120人，两者不一致，请核对',
      },
    ]);
  });

  it.each([
    '集中培训教师120名',
    '培训教师70人，跟岗培训教师50人',
    '每名教师培训3次',
    '2023年3月培训教师',
    '培训学员125人次',
  ])('“%s”没有发现', (purpose) => expect(codesOf(says(purpose))).toEqual([]));

  it('能指两条指标时不说', () => {
    const rows = sampleProject().indicators ?? [];
    const twin = {
      id: 'i9',
      level1: '产出指标',
      level2: '数量指标',
      name: '培训校长',
      operator: '≥',
      value: '30',
      unit: '人',
    } as const;
    expect(codesOf(says('培训125人', { indicators: [...rows, twin] }))).toEqual([]);
  });

  it('指标解释的数不同；分项之和相同即可', () => {
    expect(codesOf(explained('要求培训教师130人以上'))).toEqual(['explanation-differs-from-value']);
    expect(codesOf(explained('培训小学教师70人、中学教师50人'))).toEqual([]);
    expect(codesOf(explained('较2022年增加20人'))).toEqual([]);
  });

  it('同一个数、不同的单位', () => {
    const cost = { name: '授课支出', value: '32', unit: '%', explanation: '控制在32万元以内' };
    expect(codesOf(withRow('i4', cost))).toContain('explanation-differs-from-value');
  });

  it('户与人不是一回事，次与件可以互通', () => {
    const row = { name: '走访慰问', value: '500' };
    expect(codesOf(explained('走访慰问500名群众', { ...row, unit: '户' }))).toEqual([
      'explanation-differs-from-value',
    ]);
    expect(codesOf(explained('走访慰问500件', { ...row, unit: '次' }))).toEqual([]);
  });

  it('万人与人换算后再比', () => {
    const row = { value: '2', unit: '万人' };
    expect(codesOf(explained('培训教师20000人以上', row))).toEqual([]);
    expect(codesOf(explained('培训教师4000人以上', row))).toEqual(['explanation-differs-from-value']);
  });

  it('描述的支付进度与资金支出计划不同', () => {
    const described = (description: string) => withRow('i3', { description });
    expect(codesOf(described('资金支付3月底完成20%，6月底完成50%'))).toEqual([]);
    expect(codesOf(described('资金支付3月底完成30%，6月底完成50%'))).toEqual([
      'text-differs-from-payment-plan',
    ]);
  });
});
