import { pictureOf } from './calendar.ts';

describe('时间窗口的日历图', () => {
  const windows = {
    submission: { opens: '2027-09-01', closes: '2027-09-30' },
    grant: { opens: '2028-01-01', closes: '2028-01-31' },
    revision: { opens: '2027-10-01', closes: '' },
  };
  const picture = pictureOf(windows, {});

  it('按先后排在同一条线上，未填全的不画', () => {
    expect(picture?.bars.map(({ label }) => label)).toEqual(['申报（送审）', '批复']);
    expect(picture?.bars[0]?.left).toBe(0);
    const last = picture?.bars[1];
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(100);
  });

  it('标出月份，跨年时写年', () =>
    expect(picture?.months.map(({ label }) => label)).toEqual(['10月', '11月', '12月', '2028年1月']));

  it('一个都没有时不画', () => expect(pictureOf({}, {})).toBeNull());
});
