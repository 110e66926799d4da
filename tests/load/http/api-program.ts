import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { Application, openPersonKeys, screenForm, systemClock, type PersonKeys } from '#application';
import { migrateAudit } from '#audit';
import { migrateJobs } from '#jobs';
import { Attachments } from '#platform/attachments';
import { createPostgresStore, type EventStore } from '#event-store';
import { openAccess } from '#platform/access';
import { rememberKeys } from '#platform/person-keys';
import { openReadModels } from '#read-models';
import { createApi } from '../../../apps/api/api.ts';
import { Metrics } from '../../../apps/api/operations/metrics.ts';
import { foundCounty, PASSWORD } from '../../http/county.ts';
import { BENCH_MASTER_KEY, REVIEWERS } from './people.ts';
import { Stopwatch, type Spent } from './timings.ts';

// The API in a process of its own, as it runs, with a stopwatch at its ports. Its arguments are the database and,
// where it matters, the port. The county is founded at the first start.
const [url = '', wantedPort = '0'] = process.argv.slice(2);
const [load, keysWatch, append] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
const store = await createPostgresStore(url);
const pool = new pg.Pool({ connectionString: url, max: 8 });
const keys = rememberKeys(await openPersonKeys(pool, BENCH_MASTER_KEY), pool);
const application = new Application({
  store: {
    ...store,
    loadStream: load.around((stream: string) => store.loadStream(stream)),
    append: append.around((...args: Parameters<EventStore['append']>) => store.append(...args)),
  },
  clock: systemClock,
  keys: {
    ...keys,
    keyOf: keysWatch.around((...args: Parameters<PersonKeys['keyOf']>) => keys.keyOf(...args)),
  },
  jurisdiction: { code: '990100', name: '望川县', timeOffset: '+08:00' },
  screen: screenForm,
  assess: () => ({ assessments: [], execution: { points: '10.00', steps: [] } }),
  onFailure: (error) => {
    throw error;
  },
});
await application.ready();
const access = await openAccess(url);
if (application.directory().people.size === 0) {
  await foundCounty(application);
  for (const user of ['clerk', ...REVIEWERS]) await access.setPassword(user, PASSWORD);
}
const readModels = await openReadModels({ databaseUrl: url, store });
const metrics = new Metrics();
const settings = {
  origin: 'http://localhost:3000',
  secureCookies: false,
  now: Date.now,
  openAccounts: [],
  oidc: null,
};
await migrateAudit(pool);
await migrateJobs(pool);
const dataFolder = await mkdtemp(join(tmpdir(), 'mubiao-load-'));
const attachments = await Attachments.open(pool, { dataFolder, megabytes: 12 });
const jobs = { pool, queues: { databaseUrl: url } };
const audit = { pool, store, clock: systemClock, jurisdiction: '990100', timeOffset: '+08:00' };
const api = await createApi(
  { application, store, access, readModels, settings, metrics, audit, jobs, attachments },
  pino({ level: 'error' }),
);
const port = await api.listen(Number(wantedPort), '127.0.0.1');
let cpu = process.cpuUsage();

async function spent(): Promise<Spent> {
  const { values } = await metrics.requests.get();
  const sumOf = (ending: string): number =>
    values
      .filter(({ metricName }) => metricName?.endsWith(ending))
      .reduce((sum, { value }) => sum + value, 0);
  const { user, system } = process.cpuUsage(cpu);
  const sums = { requests: sumOf('_count'), totalMs: sumOf('_sum') * 1_000, cpuMs: (user + system) / 1_000 };
  metrics.requests.reset();
  cpu = process.cpuUsage();
  return { ...sums, loadMs: load.take(), keysMs: keysWatch.take(), appendMs: append.take() };
}

process.on('message', () => void spent().then((told) => process.send?.(told)));
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
