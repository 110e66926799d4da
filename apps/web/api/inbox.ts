import { type Page } from '#contracts';
import { answer, api } from './client.ts';

/** A message to its reader. Times ISO 8601 in UTC; `deadline` a day, null where the message speaks of none. */
export interface InboxItem {
  id: string;
  /** Null where it is about a unit that has drafted nothing yet. */
  target: string | null;
  /** Where it is done. */
  path: string;
  step: string;
  deadline: string | null;
  title: string;
  body: string;
  sentAt: string;
  readAt: string | null;
}

export interface Inbox extends Page<InboxItem> {
  /** Of all, not of this page. */
  unread: number;
}

export const ROBOTS = ['wecom', 'dingtalk', 'feishu'] as const;
export type Robot = (typeof ROBOTS)[number];

/** How a person wants to be told besides the inbox. */
export interface Preferences {
  address: string | null;
  mail: 'each' | 'daily' | 'off';
  robots: Robot[];
}

/** How mail or a robot stands. Times ISO 8601 in UTC. */
export interface ChannelStatus {
  channel: 'mail' | Robot;
  waiting: number;
  failed: number;
  doubtful: number;
  lastSent: string | null;
  lastFailure: { at: string; reason: string } | null;
}

/** One 催办 as it reached one person. */
export interface Urge {
  recipient: string;
  recipientName: string;
  senderName: string | null;
  sentAt: string;
  readAt: string | null;
}

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
  answer(api.PUT('/api/preferences', { body }));

/** For 系统管理员. */
export async function listChannels(): Promise<readonly ChannelStatus[]> {
  const { items } = await answer<{ items: readonly ChannelStatus[] }>(api.GET('/api/channels'));
  return items;
}

/** Who was urged to review the target, the latest first; at most two hundred. */
export const listUrges = (id: string): Promise<Page<Urge>> =>
  answer(
    api.GET('/api/targets/{id}/reminders', {
      params: { path: { id }, query: { step: 'urged', limit: 200 } },
    }),
  );
