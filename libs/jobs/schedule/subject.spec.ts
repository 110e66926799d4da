import { pathOf, subjectsOf, type Subject } from './subject.ts';

const TARGET: Subject & { duty: string } = {
  duty: 'fill',
  target: '3f2c0a7e-1b2c-5d3e-8f90-a1b2c3d4e5f6',
  campaign: null,
  unit: null,
};
const UNIT: Subject & { duty: string } = {
  duty: 'draft',
  target: null,
  campaign: '2027 批次',
  unit: '101002',
};

describe('what a reminder is about', () => {
  it('leads whoever acts to where it is done, and whoever cannot to what the unit has', () => {
    expect(pathOf(TARGET, 'leader')).toBe(`/targets/${TARGET.target}`);
    expect(pathOf(UNIT, 'actor')).toBe(
      `/targets/new?${new URLSearchParams({ campaign: '2027 批次' }).toString()}`,
    );
    for (const path of [pathOf(UNIT, 'leader'), pathOf({ ...UNIT, duty: 'staff' }, 'actor')])
      expect(new URL(path, 'https://m.example').searchParams.get('unit')).toBe('101002');
  });

  it('is asked for once, however many rows are about it', () => {
    expect(subjectsOf([UNIT, TARGET, { ...UNIT }, { ...TARGET }])).toEqual({
      targets: [TARGET.target],
      places: [{ campaign: '2027 批次', unit: '101002' }],
    });
  });
});
