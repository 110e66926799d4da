import { spreadText } from './spread.ts';

describe('指标值的分布', () => {
  it('说出最小、最大和中位数', () =>
    expect(spreadText({ least: '90', median: '95', greatest: '98' })).toBe('90 至 98，中位数 95'));

  it('都一样时只说一个数', () =>
    expect(spreadText({ least: '100', median: '100', greatest: '100' })).toBe('都是 100'));
});
