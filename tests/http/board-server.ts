import { serveQueueBoard } from '../../apps/api/operations/queue-board.ts';
import { RunningApi } from './running-api.ts';

// The interface with its board of queues in a process of its own: the test runner cannot load the board. Says where it
// is, and ends when nobody listens any more.
const [redisUrl] = process.argv.slice(2);
const api = await RunningApi.start({}, 0, {
  queueBoard: serveQueueBoard,
  ...(redisUrl !== undefined && { queues: { redisUrl } }),
});
process.stdout.write(`${JSON.stringify({ base: api.base, databaseUrl: api.parts.databaseUrl })}\n`);
process.stdin.resume().once('end', () => void api.stop());
