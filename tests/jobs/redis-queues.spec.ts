import { type Place } from './office.ts';
import { hasRedis, RedisServer } from './redis-server.ts';
import { remindersContract } from './reminders.contract.ts';
import { staffingContract } from './staffing.contract.ts';

if (hasRedis) {
  let server: RedisServer | null = null;
  afterEach(() => server?.stop());
  const open = async (): Promise<Place> => {
    server = await RedisServer.start();
    const redisUrl = server.url;
    return () => ({ redisUrl });
  };
  remindersContract('Redis', open);
  staffingContract('Redis', open);
} else {
  it.skip('skipped: no redis-server on this machine', () => undefined);
}
