import { Button, Checkbox } from 'antd';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { markRead, readInbox, sentenceOf, type InboxItem } from '../api/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { More } from '../tables/index.ts';
import { chinaMinute } from '../words/index.ts';

const A_PAGE = 50;

/** The newest first; what is unread stands out by a dot, bold type and a word. */
export function MessageList() {
  const [parameters, setParameters] = useSearchParams();
  const isUnreadOnly = parameters.has('unread');
  const query = useInfiniteQuery({
    queryKey: ['inbox', 'list', isUnreadOnly],
    queryFn: ({ pageParam }) => readInbox(isUnreadOnly, A_PAGE, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const reading = useReading();
  return (
    <Loaded query={query} lines={10}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const { total = 0, unread = 0 } = pages[0] ?? {};
        return (
          <>
            <div className="inbox-bar">
              <Checkbox
                checked={isUnreadOnly}
                onChange={({ target }) =>
                  setParameters(target.checked ? { unread: '' } : {}, { replace: true })
                }
              >
                只看未读
              </Checkbox>
              <span className="muted" role="status">
                {isUnreadOnly ? '' : `共 ${String(total)} 条，`}未读 {unread} 条
              </span>
              <Button
                disabled={unread === 0}
                loading={reading.isPending}
                onClick={() => reading.mutate('all')}
              >
                全部标为已读
              </Button>
            </div>
            {reading.error && <p role="alert">没有标为已读：{sentenceOf(reading.error)}</p>}
            {items.length === 0 ? (
              <Empty isUnreadOnly={isUnreadOnly} />
            ) : (
              <ol className="inbox-list panel">
                {items.map((item) => (
                  <MessageLine key={item.id} item={item} onRead={() => reading.mutate([item.id])} />
                ))}
              </ol>
            )}
            <More query={query} listed={items.length} />
          </>
        );
      }}
    </Loaded>
  );
}

function useReading() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
}

function Empty({ isUnreadOnly }: { isUnreadOnly: boolean }) {
  return isUnreadOnly ? (
    <Nothing title="没有未读通知">读过的通知仍可查看，去掉“只看未读”即可。</Nothing>
  ) : (
    <Nothing title="还没有通知">有事项到您这里、临近截止、被催办或抄送时，会在这里告知。</Nothing>
  );
}

function MessageLine({ item, onRead }: { item: InboxItem; onRead: () => void }) {
  const { path, title, body, sentAt, readAt } = item;
  const isUnread = readAt === null;
  const read = (): void => {
    if (isUnread) onRead();
  };
  return (
    <li className={isUnread ? 'is-unread' : ''}>
      <span className="inbox-dot" aria-hidden />
      <div className="inbox-text">
        {isUnread && <span className="sr-only">未读：</span>}
        <Link to={path} onClick={read}>
          {title}
        </Link>
        <div className="muted">{body}</div>
      </div>
      <time className="muted small" dateTime={sentAt}>
        {chinaMinute(sentAt)}
      </time>
      <span className="inbox-do small">
        {isUnread ? (
          <button type="button" className="link small" aria-label={`标为已读：${title}`} onClick={read}>
            标为已读
          </button>
        ) : (
          <span className="muted">已读</span>
        )}
      </span>
    </li>
  );
}
