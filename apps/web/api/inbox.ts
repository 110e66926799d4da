import { type ChannelStatus, type Inbox, type NamedReminder, type Page, type Preferences } from '#contracts';
import { answer, api } from './client.ts';

/** Messages from the cursor on, the newest first. */
export const readInbox = (isUnreadOnly: boolean, limit: number, cursor = ''): Promise<Inbox> =>
  answer(
    api.GET('/api/inbox', {
      params: {
        query: {
          limit,
          ...(cursor !== '' && { cursor }),
          ...(isUnreadOnly && { unread: 'true' as const }),
        },
      },
    }),
  );

/** Marks these, or all, as read. */
export const markRead = (ids: string[] | 'all'): Promise<{ unread: number }> =>
  answer(api.POST('/api/inbox/read', { body: ids === 'all' ? { all: true } : { ids } }));

export const readPreferences = (): Promise<Preferences> => answer(api.GET('/api/preferences'));

/** @throws Refused with the fields that it is about */
export const writePreferences = (body: Preferences): Promise<Preferences> =>
  answer(api.PUT('/api/preferences', { body: { ...body, robots: [...body.robots] } }));

/** For 系统管理员. */
export async function listChannels(): Promise<readonly ChannelStatus[]> {
  const { items } = await answer<{ items: readonly ChannelStatus[] }>(api.GET('/api/channels'));
  return items;
}

/** Who was urged to review the target, the latest first; at most two hundred. */
export const listUrges = (id: string): Promise<Page<NamedReminder>> =>
  answer(
    api.GET('/api/targets/{id}/reminders', {
      params: { path: { id }, query: { step: 'urged', limit: 200 } },
    }),
  );
