import { remindersContract } from './reminders.contract.ts';
import { hasRedis, RedisServer } from './redis-server.ts';

if (hasRedis) {
  let server: RedisServer | null = null;
  afterEach(() => server?.stop());
  remindersContract('Redis', async () => {
    server = await RedisServer.start();
    const redisUrl = server.url;
    return () => ({ redisUrl });
  });
} else {
  it.skip('skipped: no redis-server on this machine', () => undefined);
}
