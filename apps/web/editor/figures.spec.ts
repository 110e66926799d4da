import { type Form } from '#form';
import { screen } from '#screening';
import { withoutWrongFigures, wrongFigures } from './figures.ts';

const form: Form = {
  kind: 'project',
  name: '河道保洁',
  funding: { thisYear: { total: '约五十', county: '50' } },
  indicators: [
    { id: 'i1', name: '里程', weight: '十分' },
    { id: 'i2', name: '次数', weight: '10' },
  ],
};

describe('填了不是数的金额和分值', () => {
  it('逐栏指出，并说明怎么改', () =>
    expect([...wrongFigures(form)]).toEqual([
      ['/funding/thisYear/total', '“约五十”不是数，请只填数字，最多六位小数'],
      ['/indicators/i1/weight', '“十分”不是数，请只填数字，最多六位小数'],
    ]));

  it('预审照常进行，只是不看这些栏', () => {
    expect(wrongFigures(withoutWrongFigures(form)).size).toBe(0);
    expect(withoutWrongFigures(form)).toMatchObject({ funding: { thisYear: { county: '50' } } });
    expect(screen(withoutWrongFigures(form)).length).toBeGreaterThan(0);
  });
});
