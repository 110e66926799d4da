import { type Form } from '#form';
import { withRows, withText } from './edit-form.ts';
import { edit, unedited } from './edit-history.ts';
import { differences, isConflict, merged } from './merge.ts';

const base: Form = {
  kind: 'project',
  name: '河道保洁',
  period: { from: '2027-01-01', to: '2027-12-31' },
  indicators: [
    { id: 'i1', name: '里程', value: '5' },
    { id: 'i2', name: '次数', value: '3' },
  ],
};

describe('editing a form', () => {
  it('leaves out what is blank, down to empty groups', () => {
    const { period, ...without } = base;
    expect(withText(withText(base, '/period/from', ' '), '/period/to', '')).toEqual(without);
    expect(withText({ kind: 'project' }, '/head/name', '张三')).toEqual({
      kind: 'project',
      head: { name: '张三' },
    });
    expect(withRows(base, 'indicators', []).indicators).toBeUndefined();
    expect(period).toBeDefined();
  });

  it('undoes and does again; a new edit forgets what was undone', () => {
    const named = (name: string) => ({
      type: 'edit' as const,
      change: (form: Form) => withText(form, '/name', name),
    });
    const two = edit(edit(unedited(base), named('一')), named('二'));
    const back = edit(two, { type: 'undo' });
    expect(back.form).toMatchObject({ name: '一' });
    expect(edit(back, { type: 'redo' }).form).toMatchObject({ name: '二' });
    const other = edit(back, named('三'));
    expect(edit(other, { type: 'redo' })).toBe(other);
    expect(edit(unedited(base), { type: 'undo' }).form).toBe(base);
  });
});

describe('两人同时修改', () => {
  const mine: Form = withRows(withText(base, '/name', '我的名称'), 'indicators', [
    { id: 'i1', name: '里程', value: '8' },
    { id: 'i3', name: '新指标' },
    { id: 'i2', name: '次数', value: '3' },
  ]);
  const theirs: Form = withRows(withText(base, '/name', '对方的名称'), 'indicators', [
    { id: 'i1', name: '里程', value: '5', unit: '公里' },
  ]);

  it('两人都改了同一处才算冲突', () => {
    const all = differences(base, mine, theirs);
    expect(all.filter(isConflict).map(({ path }) => path)).toEqual(['/name']);
    expect(all.map(({ path }) => path).sort()).toEqual([
      '/indicators/i1/unit',
      '/indicators/i1/value',
      '/indicators/i2',
      '/indicators/i3',
      '/name',
    ]);
  });

  it('合并后保留对方的改动和我选择保留的改动', () => {
    const kept = differences(base, mine, theirs).flatMap(({ path, mine: change }) =>
      change && path !== '/name' ? change : [],
    );
    expect(merged(theirs, mine, kept)).toEqual(
      withRows(theirs, 'indicators', [
        { id: 'i1', name: '里程', value: '8', unit: '公里' },
        { id: 'i3', name: '新指标' },
      ]),
    );
  });

  it('我删除的行从对方的表中删去', () => {
    const without = withRows(base, 'indicators', [{ id: 'i1', name: '里程', value: '5' }]);
    const kept = differences(base, without, base).flatMap(({ mine: change }) => change ?? []);
    expect(merged(base, without, kept)).toEqual(without);
  });
});
