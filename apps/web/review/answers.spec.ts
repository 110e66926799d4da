import { type Change } from '#form';
import { answersTo, otherChanges } from './answers.ts';

const changes: Change[] = [
  { path: '/indicators/i1/value', kind: 'changed', from: '若干', to: '128' },
  { path: '/indicators/i2', kind: 'removed', from: { id: 'i2', name: '次数' } },
  { path: '/name', kind: 'changed', from: '甲', to: '乙' },
];
const annotation = (path: string) => ({ path, comment: '请改' });

describe('与上轮差异', () => {
  it('批注处改了的为已改，没有动的为未改', () => {
    const [value, goal] = answersTo(
      [annotation('/indicators/i1/value'), annotation('/goals/g1/text')],
      changes,
    );
    expect(value?.changes.map(({ to }) => to)).toEqual(['128']);
    expect(goal?.changes).toEqual([]);
  });

  it('对整行的批注，行内任何一栏改了都算；行被删去也算答复', () => {
    const [row, removed] = answersTo(
      [annotation('/indicators/i1'), annotation('/indicators/i2/value')],
      changes,
    );
    expect(row?.changes).toHaveLength(1);
    expect(removed?.changes.map(({ kind }) => kind)).toEqual(['removed']);
  });

  it('没有批注过而改动的另列', () =>
    expect(otherChanges([annotation('/indicators')], changes).map(({ path }) => path)).toEqual(['/name']));
});
