import { type ChannelStatus, type Robot } from '../api/index.ts';

const ROBOT_TERMS: Readonly<Record<Robot, string>> = {
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
};

/** Ways out of the house, as people call them. */
export const CHANNEL_TERMS: Readonly<Record<ChannelStatus['channel'], string>> = {
  mail: '电子邮件',
  ...ROBOT_TERMS,
};

/** A channel that fails, or of which something may have arrived twice, is said before one that works. */
export function stateOfChannel({ waiting, failed, lastSent, lastFailure }: ChannelStatus): string {
  if (failed > 0) return '有发送失败';
  const isFailing = lastFailure !== null && (lastSent === null || lastSent < lastFailure.at);
  if (isFailing && waiting > 0) return '正在重试';
  return waiting > 0 ? '待发送' : '正常';
}
