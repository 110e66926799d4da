import { type Page } from './replies.ts';

/** A message as its reader has it; times are ISO 8601 in UTC. */
export interface InboxItem {
  id: string;
  /** Null where it is about a unit that has drafted nothing yet. */
  target: string | null;
  /** Where in the pages it is done, as a path. */
  path: string;
  /** `arrived`, `d-7` … `d0`, `overdue-1` …, `escalation`, `copied`, `urged`. */
  step: string;
  duty: string;
  /** A day; null where the task has none, or the message does not speak of it. */
  deadline: string | null;
  title: string;
  body: string;
  sentAt: string;
  readAt: string | null;
}

/** `GET /api/inbox`. */
export interface Inbox extends Page<InboxItem> {
  /** Of all, not of this page. */
  unread: number;
}

export const MAIL_WAYS = ['each', 'daily', 'off'] as const;
export const ROBOTS = ['wecom', 'dingtalk', 'feishu'] as const;
export type Robot = (typeof ROBOTS)[number];

/** `GET /api/preferences`: how a person wants to be told, besides the inbox, which is always filled. */
export interface Preferences {
  /** Where mail goes; without one there is none. */
  address: string | null;
  /** Each by itself, one a day, or none. */
  mail: (typeof MAIL_WAYS)[number];
  /** The robots of the office's groups that tell it there too. */
  robots: readonly Robot[];
}

/** By what a message goes out besides the inbox. */
export type ChannelName = 'mail' | Robot;

export const CHANNEL_TERMS: Readonly<Record<ChannelName, string>> = {
  mail: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
};

/** An item of `GET /api/channels`: how a channel stands, for 系统管理员. Times in UTC. */
export interface ChannelStatus {
  channel: ChannelName;
  waiting: number;
  failed: number;
  /** Attempts of which nobody knows whether the provider took them: these may have arrived twice. */
  doubtful: number;
  lastSent: string | null;
  lastFailure: { at: string; reason: string } | null;
}

/** One message about a target, as the record has it: to whom, when, how, with what result. Times in UTC. */
export interface SentReminder {
  step: string;
  duty: string;
  deadline: string | null;
  recipient: string;
  /** Who urged or copied; null where the system reminded. */
  sender: string | null;
  title: string;
  sentAt: string;
  readAt: string | null;
  deliveries: { channel: string; state: string; attempts: number; at: string; failure: string | null }[];
}

/** An item of `GET /api/targets/:id/reminders`. */
export interface NamedReminder extends SentReminder {
  recipientName: string;
  senderName: string | null;
}
