import { labelOf } from './labels.ts';
import { fieldsOf, knowsPath, valueAt, withValueAt } from './paths.ts';
import { type Form } from './schema.ts';
import { isDay } from './day.ts';

const form: Form = {
  kind: 'project',
  name: '河道保洁',
  funding: { thisYear: { total: '50' } },
  indicators: [{ id: 'i1', name: '保洁里程', value: '120' }],
  attachments: [{ name: '合同.pdf' }],
};

describe('字段路径', () => {
  it('列出所有已填字段，行按编号', () =>
    expect([...fieldsOf(form)]).toEqual([
      ['/kind', 'project'],
      ['/name', '河道保洁'],
      ['/funding/thisYear/total', '50'],
      ['/indicators/i1/name', '保洁里程'],
      ['/indicators/i1/value', '120'],
      ['/attachments', [{ name: '合同.pdf' }]],
    ]));

  it('按路径取值，没有的就是没有', () => {
    expect(valueAt(form, '/indicators/i1/value')).toBe('120');
    expect(valueAt(form, '/')).toBe(form);
    expect(valueAt(form, '/indicators/i9/value')).toBeUndefined();
    expect(valueAt(form, '/constructor')).toBeUndefined();
  });

  it('批注可以落在空着的字段上，不能落在没有的字段或行上', () => {
    for (const path of ['/', '/basis', '/funding/lastYear/county', '/indicators/i1/weight', '/indicators'])
      expect([path, knowsPath(form, path)]).toEqual([path, true]);
    for (const path of ['', 'basis', '/duties', '/indicators/i9', '/funding/total', '/name/x', '/toString'])
      expect([path, knowsPath(form, path)]).toEqual([path, false]);
  });

  it('改一处文字得到新表，原表不变；放不下的文字不改', () => {
    const changed = withValueAt(form, '/funding/lastYear/county', '30');
    expect(changed).toMatchObject({ funding: { thisYear: { total: '50' }, lastYear: { county: '30' } } });
    expect(valueAt(form, '/funding/lastYear')).toBeUndefined();
    expect(withValueAt(form, '/funding/lastYear/county', '三十万')).toBeNull();
    expect(withValueAt(form, '/indicators/i1', '整行')).toBeNull();
  });

  it('用表上的话称呼字段', () => {
    expect(labelOf('/funding/thisYear/total')).toBe('项目资金·本年度申请资金·合计');
    expect(labelOf('/indicators/i3/name')).toBe('绩效指标·三级指标');
    expect(labelOf('/')).toBe('申报表');
  });

  it('日期须是日历上的一天', () => {
    expect(['2024-02-29', '2023-12-31'].every(isDay)).toBe(true);
    expect(['2023-02-29', '2023-13-01', '2023-1-1', '2023-04-31', ''].some(isDay)).toBe(false);
  });
});
