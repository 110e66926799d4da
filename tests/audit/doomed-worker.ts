import pg from 'pg';
import { PackageWorker } from '#audit';
import { systemClock } from '#application';
import { createPostgresStore } from '#event-store';

// A worker to be killed: it makes packages, and ends itself, as kill -9 does, when it comes to its n-th target.
const [url = '', keyFile = '', last = ''] = process.argv.slice(2);
let reached = 0;
new PackageWorker({
  pool: new pg.Pool({ connectionString: url, max: 4 }),
  store: await createPostgresStore(url),
  clock: systemClock,
  jurisdiction: '430699',
  timeOffset: '+08:00',
  keyFile,
  log: (sentence, error) => console.error(sentence, error),
  reminders: (scope) => {
    if ('target' in scope) reached += 1;
    if (reached < Number(last)) return Promise.resolve([]);
    process.kill(process.pid, 'SIGKILL');
    // Not one statement more.
    return new Promise(() => undefined);
  },
});
