import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { createPostgresStore } from '#event-store';
import { openQueues, runJobs, type Channel } from '#jobs';
import { openReadModels } from '#read-models';
import { OFFSET } from '../../jobs/office.ts';
import { READY } from './killed-worker.ts';

// A worker to be killed: at a moment that stands still it reminds and mails, and ends itself, as kill -9 does, at the
// n-th of its steps. What the provider took is a line of a file.
const [databaseUrl = '', redisUrl = '', moment = '', step = '', mails = ''] = process.argv.slice(2);
const log = (sentence: string, error?: unknown): void => console.error(sentence, error);
const mail: Channel = {
  name: 'mail',
  send: ({ id }) => {
    appendFileSync(mails, `${id}\n`);
    return Promise.resolve();
  },
  close: () => Promise.resolve(),
};
const store = await createPostgresStore(databaseUrl);
let reached = 0;
await runJobs({
  pool: new pg.Pool({ connectionString: databaseUrl, max: 4 }),
  store,
  readModels: await openReadModels({ databaseUrl, store, connections: 1 }),
  queues: await openQueues(redisUrl === '' ? { databaseUrl } : { redisUrl }),
  channels: [mail],
  clock: { now: () => Number(moment) },
  offset: OFFSET,
  origin: 'https://mubiao.example.gov.cn',
  log,
  interrupt: (place) => {
    reached += 1;
    if (reached < Number(step)) return;
    process.stdout.write(`${place}\n`, () => process.kill(process.pid, 'SIGKILL'));
    // Not one statement more.
    return new Promise(() => undefined);
  },
});
process.stdout.write(`${READY}\n`);
