import { type Form } from '#form';
import { withRows, withTaken, withText } from './edit-form.ts';
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

  it('从指标库采用：名称、单位、评分标准填入这一行，已有的级次和指标值不动', () => {
    const form = withRows(base, 'indicators', [
      { id: 'i1', level1: '产出指标', name: '里程', value: '5', unit: '里' },
      { id: 'i2', name: '次数' },
    ]);
    const taken = { name: '巡河里程', level1: '效益指标', level2: '数量指标', scoringRule: '每少1%扣1分' };
    expect(withTaken(form, 'i1', taken).indicators).toEqual([
      {
        id: 'i1',
        level1: '产出指标',
        level2: '数量指标',
        name: '巡河里程',
        value: '5',
        unit: '里',
        scoringRule: '每少1%扣1分',
      },
      { id: 'i2', name: '次数' },
    ]);
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
