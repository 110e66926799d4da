import { MAIL_WAYS, ROBOTS, type Preferences } from '#contracts';
import { Checked, Flag, OneOf, QueryNumber, Text } from './fields.ts';

const IDS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_IDS = 500;
const areIds = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_IDS &&
  value.every((id) => typeof id === 'string' && IDS.test(id));

export class MessagesQuery {
  @QueryNumber('每页条数', { min: 1, max: 200, optional: true })
  limit?: number;
  @Text('上一页给出的 next', { optional: true, max: 1000 })
  cursor?: string;
}

export class InboxQuery extends MessagesQuery {
  @OneOf('只看未读', ['true'], { optional: true })
  unread?: 'true';
}

export class RemindersQuery extends MessagesQuery {
  @OneOf('只看催办', ['urged'], { optional: true })
  step?: 'urged';
}

/** One of the two. */
export class ReadBody {
  @Checked('哪些通知', {
    name: 'isIds',
    isRight: areIds,
    optional: true,
    schema: { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: MOST_IDS },
  })
  ids?: string[];
  @Flag('全部', { optional: true })
  all?: boolean;
}

const ADDRESS = /^[^\s@<>,;"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
const isAddress = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && ADDRESS.test(value));
const areRobots = (value: unknown): boolean =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  value.every((robot) => (ROBOTS as readonly unknown[]).includes(robot));

export class PreferencesBody {
  @Checked('收提醒的邮箱，没有为 null', {
    name: 'isAddress',
    isRight: isAddress,
    schema: { oneOf: [{ type: 'string', format: 'email' }, { type: 'null' }] },
  })
  address!: string | null;
  @OneOf('邮件逐条发、每日汇总一封或不发', MAIL_WAYS)
  mail!: Preferences['mail'];
  @Checked('也发到哪些群机器人', {
    name: 'isRobots',
    isRight: areRobots,
    schema: { type: 'array', items: { type: 'string', enum: [...ROBOTS] }, uniqueItems: true },
  })
  robots!: Preferences['robots'][number][];
}
