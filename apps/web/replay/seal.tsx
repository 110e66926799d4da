import { Alert } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type SealView } from '#contracts';
import { readSeal, type HistoryItem } from '../api/index.ts';
import { Failed } from '../states/index.ts';
import { minuteOf } from '../words/index.ts';

/** The seal in words: whole and unchanged, or what is broken and where. Checked anew each time the page is opened. */
export function Seal({ id, items }: { id: string; items: readonly HistoryItem[] }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['seal', id],
    queryFn: () => readSeal(id),
    staleTime: 0,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Alert type="info" title="正在核验记录……" />;
  return <Alert type={data.intact ? 'success' : 'error'} title={sentenceOf(data, items)} showIcon />;
}

export function sentenceOf(
  { intact, events, anchored, firstBad }: SealView,
  items: readonly HistoryItem[],
): string {
  if (intact) {
    const root = anchored === null ? '尚未锚定至签名根' : `已锚定至 ${minuteOf(anchored.time)} 的签名根`;
    return `记录完整，${String(events)} 步均未被改动（${root}）`;
  }
  const bad = items.find(({ revision }) => revision === firstBad?.revision);
  const where = firstBad ? `第 ${String(firstBad.revision + 1)} 步` : '某一步';
  const when = bad ? `（${minuteOf(bad.time)} ${bad.label}）` : '';
  return `记录已被改动：${where}${when}与封签不符，其后各步不能采信。请立即联系系统管理员并保全数据。`;
}
