import pg from 'pg';
import { createPostgresStore } from '#event-store';
import { migrateReadModels, ProjectionRunner, PROJECTIONS } from '#read-models';

// A worker to be killed: it projects the feed in small batches and ends itself, as kill -9 does, at the n-th statement.
const [url = '', batchSize = '', statement = ''] = process.argv.slice(2);
const store = await createPostgresStore(url);
const pool = new pg.Pool({ connectionString: url, max: PROJECTIONS.length + 2 });
await migrateReadModels(pool, PROJECTIONS);
let reached = 0;
for (const projection of PROJECTIONS) {
  new ProjectionRunner({
    pool,
    store,
    projection,
    batchSize: Number(batchSize),
    log: (sentence, error) => console.error(sentence, error),
    interrupt: (step) => {
      reached += 1;
      if (reached < Number(statement)) return;
      process.stdout.write(`${projection.name} ${step}\n`, () => process.kill(process.pid, 'SIGKILL'));
      // Not one statement more.
      return new Promise(() => undefined);
    },
  });
}
