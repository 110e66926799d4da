import { Text } from './fields.ts';

export class LiveQuery {
  @Text('最后收到的 id；浏览器重新连接时自带 Last-Event-ID，不必再给', { optional: true, max: 100 })
  after?: string;
}
