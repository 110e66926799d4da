import { type ChannelStatus } from '#contracts';

/** A channel that fails, or of which something may have arrived twice, is said before one that works. */
export function stateOfChannel({ waiting, failed, lastSent, lastFailure }: ChannelStatus): string {
  if (failed > 0) return '有发送失败';
  const isFailing = lastFailure !== null && (lastSent === null || lastSent < lastFailure.at);
  if (isFailing && waiting > 0) return '正在重试';
  return waiting > 0 ? '待发送' : '正常';
}
