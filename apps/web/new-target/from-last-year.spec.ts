import { checkForm, type Form } from '#form';
import { fromLastYear } from './from-last-year.ts';

const LAST: Form = {
  kind: 'project',
  fiscalYear: 2026,
  unitName: '县图书馆',
  department: '文旅局',
  name: '全民阅读',
  code: 'XM-1',
  attribute: 'new',
  unitHead: { name: '〔已依法删除〕' },
  contact: { name: '沈文静' },
  goals: [{ id: 'g1', text: '办好阅读活动' }],
  indicators: [{ id: 'i1', name: '活动场次', value: '24' }],
  attachments: [{ sha256: '0'.repeat(64), name: '批复' }],
};

describe('a form begun from last year’s', () => {
  it('brings the plan without ids, evidence and what the register says', () => {
    expect(fromLastYear(LAST)).toEqual({
      kind: 'project',
      name: '全民阅读',
      code: 'XM-1',
      attribute: 'continuing',
      contact: { name: '沈文静' },
      goals: [{ text: '办好阅读活动' }],
      indicators: [{ name: '活动场次', value: '24' }],
    });
  });

  it('is a form that the server takes, of every kind', () => {
    for (const form of [
      LAST,
      { kind: 'overall', duties: '办公' },
      { kind: 'direction', fund: '农业' },
    ] as const)
      expect(checkForm(fromLastYear(form))).not.toHaveProperty('issues');
    expect(LAST.goals?.[0]?.id).toBe('g1');
  });
});
