import { useQuery } from '@tanstack/react-query';
import { listUrges, type NamedReminder } from '../api/index.ts';
import { Failed } from '../states/index.ts';
import { chinaMinute } from '../words/index.ts';

/** 催办记录: who was urged when, by whom, and whether they have read it; nothing where nobody was. */
export function Urges({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['history', id, 'urges'],
    queryFn: () => listUrges(id),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className="panel urges" aria-labelledby="urges-title">
      <h2 id="urges-title">催办记录 {data.total}</h2>
      <ul>
        {data.items.map((urge) => (
          <li key={`${urge.recipient} ${urge.sentAt}`}>{sentenceOfUrge(urge)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOfUrge({ recipientName, senderName, sentAt, readAt }: NamedReminder): string {
  const read = readAt === null ? '未读' : `${chinaMinute(readAt)} 已读`;
  return `${chinaMinute(sentAt)} ${senderName ?? '系统'}催办${recipientName}，${read}`;
}
