import { App } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { listTasks, type TargetItem } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Loaded, NoRight, Nothing } from '../states/index.ts';
import { Case } from './case.tsx';
import { BLANK, isBlank } from './opinion-draft.ts';
import { Queue } from './queue.tsx';
import { useOpinions } from './use-opinions.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import './review.css';

const MOST = 200;

async function queueOf(): Promise<readonly TargetItem[]> {
  const { items } = await listTasks('todo', MOST);
  return items.flatMap(({ duty, target }) => (duty === 'review' ? target : []));
}

/** 审核台: the queue at the left, one form in the middle, opinions at the right; the next one after each opinion. */
export function ReviewDesk() {
  const { me } = useSession();
  const queue = useQuery({ queryKey: ['tasks', 'review'], queryFn: queueOf, refetchOnWindowFocus: false });
  const mayReview = me.roles.some(
    (role) => role === 'department' || role === 'section' || role === 'performance',
  );
  if (!mayReview) return <NoRight what="审核由主管部门、业务股室和绩效股办理" />;
  return (
    <Loaded query={queue} lines={12}>
      {(items) => <Desk items={items} />}
    </Loaded>
  );
}

function Desk({ items }: { items: readonly TargetItem[] }) {
  const { id = items[0]?.id } = useParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { me } = useSession();
  const opinions = useOpinions(me.user);
  const place = items.findIndex((item) => item.id === id);
  const go = (by: number): void => {
    const next = items[place + by];
    if (next) void navigate(`/review/${next.id}`);
  };
  useQueueKeys({ next: () => go(1), previous: () => go(-1) });
  if (id === undefined)
    return (
      <Nothing title="没有待您审核的目标" action={<Link to="/?box=done">查看已办</Link>}>
        有目标到您这一环节时会出现在这里和工作台。
      </Nothing>
    );
  const given = (name: string): void => {
    opinions.drop(id);
    const rest = items.filter((item) => item.id !== id);
    const next = rest[Math.min(Math.max(place, 0), rest.length - 1)];
    void message.success(`已提交对“${name}”的意见，还有 ${String(rest.length)} 个待审核`);
    void navigate(next ? `/review/${next.id}` : '/review', { replace: true });
  };
  return (
    <div className="desk">
      <Queue
        items={items}
        current={id}
        hasDraft={(one) => !isBlank(opinions.of(one)?.draft ?? BLANK)}
        onGiven={opinions.drop}
      />
      <Case
        key={id}
        id={id}
        opinion={opinions.of(id)}
        onWrite={(revision, change) => opinions.write(id, revision, change)}
        onDrop={() => opinions.drop(id)}
        onGiven={given}
      />
    </div>
  );
}
