import { campaignTerm } from './campaign-term.ts';

describe('批次的叫法', () => {
  it('名称里有年度的不再重复', () =>
    expect(campaignTerm({ name: '2027年度预算绩效目标', fiscalYear: 2027, state: 'open' })).toBe(
      '2027年度预算绩效目标',
    ));

  it('名称里没有年度的补上，已关闭的注明', () =>
    expect(campaignTerm({ name: '追加预算', fiscalYear: 2026, state: 'closed' })).toBe(
      '2026年度 追加预算（已关闭）',
    ));
});
