import { currentOf } from './current.ts';

const campaign = (id: string, state: 'open' | 'closed', opens: string) => ({
  id,
  state,
  windows: { submission: { opens, closes: '2099-12-31' } },
});

describe('进度先看哪个批次', () => {
  const next = campaign('2028', 'open', '2027-09-01');
  const current = campaign('2027', 'open', '2026-09-01');
  const last = campaign('2026', 'closed', '2025-09-01');

  it('已经开始申报的最新批次', () => {
    expect(currentOf([next, current, last], '2027-03-05')).toBe(current);
  });

  it('都没开始的看最新开启的，都关闭的看最新的', () => {
    expect(currentOf([next, last], '2027-03-05')).toBe(next);
    expect(currentOf([last], '2027-03-05')).toBe(last);
    expect(currentOf<typeof last>([], '2027-03-05')).toBeUndefined();
  });
});
