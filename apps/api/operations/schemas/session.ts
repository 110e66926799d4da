import { count, object, orNull, text, type Schema } from './words.ts';

const account = object({ username: text, name: text, post: text, organisation: text });

/** Replies around signing in and being told what changed. */
export const SESSION_SCHEMAS: Readonly<Record<string, Schema>> = {
  SignInOffers: object({
    demo: orNull(object({ accounts: { type: 'array', items: account } })),
    oidc: orNull(object({ name: text })),
  }),
  LiveEvent: {
    type: 'object',
    description: '每条 data 是一个 JSON；id 是事件库中的位置，重连时放在 Last-Event-ID 中',
    properties: {
      type: { enum: ['open', 'target', 'tasks', 'register', 'inbox', 'reset', 'ended'] },
      id: text,
      revision: count,
      state: text,
    },
    required: ['type'],
  },
};

/** Routes that answer with server-sent events, and what each of them is. */
export const STREAM_REPLIES: Readonly<Record<string, string>> = { 'get /api/events': 'LiveEvent' };

export const SESSION_REPLIES: Readonly<Record<string, string>> = {
  'get /api/session/offers': 'SignInOffers',
};

/** Routes of these that need no session. */
export const OPEN_SESSION_ROUTES: readonly string[] = [
  'get /api/session/offers',
  'get /api/session/oidc',
  'get /api/session/oidc/return',
];
