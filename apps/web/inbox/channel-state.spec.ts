import { type ChannelStatus } from '#contracts';
import { stateOfChannel } from './channel-state.ts';

const mail = (change: Partial<ChannelStatus>): string =>
  stateOfChannel({
    channel: 'mail',
    waiting: 0,
    failed: 0,
    doubtful: 0,
    lastSent: null,
    lastFailure: null,
    ...change,
  });
const lastFailure = { at: '2027-03-01T02:00:00.000Z', reason: '服务器没有应答' };

describe('发送渠道的状态', () => {
  it('有放弃的先说', () => expect(mail({ failed: 1, waiting: 3 })).toBe('有发送失败'));
  it('失败后还没发成的，正在重试', () => {
    expect(mail({ waiting: 1, lastFailure })).toBe('正在重试');
    expect(mail({ waiting: 1, lastFailure, lastSent: '2027-03-01T01:00:00.000Z' })).toBe('正在重试');
  });
  it('失败后又发成的，只是待发送；都发完即正常', () => {
    const lastSent = '2027-03-01T03:00:00.000Z';
    expect(mail({ waiting: 1, lastFailure, lastSent })).toBe('待发送');
    expect(mail({ lastFailure, lastSent })).toBe('正常');
  });
});
