import { count, day, list, moment, object, orNull, text, uuid, type Schema } from './words.ts';

const message = {
  step: { ...text, description: 'arrived、d-7、d0、overdue-1、escalation、copied、urged 等' },
  duty: text,
  deadline: orNull(day),
  title: text,
  sentAt: moment,
  readAt: orNull(moment),
};
const inboxItem = object({
  id: uuid,
  target: orNull(uuid),
  path: { ...text, description: '在哪个页面办理' },
  ...message,
  body: text,
});
const delivery = object({ channel: text, state: text, attempts: count, at: moment, failure: orNull(text) });
const sent = object({
  ...message,
  recipient: text,
  recipientName: text,
  sender: orNull(text),
  senderName: orNull(text),
  deliveries: list(delivery),
});
const channel = object({
  channel: text,
  waiting: count,
  failed: count,
  doubtful: count,
  lastSent: orNull(moment),
  lastFailure: orNull(object({ at: moment, reason: text })),
});
const paged = { total: count, next: orNull(text) };

/** Replies around being told. */
export const INBOX_SCHEMAS: Readonly<Record<string, Schema>> = {
  Inbox: object({ items: list(inboxItem), ...paged, unread: count }),
  Unread: object({ unread: count }),
  Preferences: object({
    address: orNull(text),
    mail: { enum: ['each', 'daily', 'off'] },
    robots: list({ enum: ['wecom', 'dingtalk', 'feishu'] }),
  }),
  SentReminders: object({ items: list(sent), ...paged }),
  Channels: object({ items: list(channel) }),
};

export const INBOX_REPLIES: Readonly<Record<string, string>> = {
  'get /api/inbox': 'Inbox',
  'post /api/inbox/read': 'Unread',
  'get /api/preferences': 'Preferences',
  'put /api/preferences': 'Preferences',
  'get /api/targets/{id}/reminders': 'SentReminders',
  'get /api/channels': 'Channels',
};
