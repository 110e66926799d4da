import { screen } from '../index.ts';
import { codesOf, sampleOverall, sampleProject, withRow } from '../sample-forms.ts';

describe('提示', () => {
  it('概况只是重复名称', () => {
    expect(screen(sampleProject({ summary: '教师培训经费' }))).toMatchObject([
      { code: 'summary-repeats-name', severity: 'hint' },
    ]);
  });

  it('年度目标与长期目标相同', () => {
    expect(codesOf(sampleProject({ longTermGoal: '提升全县教师教学能力' }))).toEqual([
      'goal-repeats-long-term-goal',
    ]);
    expect(codesOf(sampleProject({ longTermGoal: '三年轮训一遍' }))).toEqual([]);
  });

  it('实有人数超过编制', () => {
    expect(codesOf(sampleOverall({ staffing: { authorised: '70', actual: '80' } }))).toEqual([
      'staffing-above-authorised',
    ]);
    expect(codesOf(sampleOverall({ staffing: { authorised: '70', actual: '70' } }))).toEqual([]);
  });

  it('成本指标填了发放率', () => {
    const { operator: _operator, ...row } = withRow('i4', { name: '补助发放率', value: '95', unit: '%' })
      .indicators?.[3] ?? { id: 'i4' };
    const rows = (sampleProject().indicators ?? []).map((each) => (each.id === 'i4' ? row : each));
    expect(codesOf(sampleProject({ indicators: rows }))).toEqual(['indicator-in-wrong-category']);
  });
});
