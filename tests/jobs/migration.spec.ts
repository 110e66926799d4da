import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrateJobs } from '#jobs';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const WAITING = `select 1 from pg_locks where not granted and relation = 'reminders.delivery'::regclass`;

describe('the tables of jobs', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.url });
    await migrateJobs(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('are looked through anew where that crossed the work of a process that runs already', async () => {
    const worker = await pool.connect();
    // PostgreSQL ends whoever looks for a deadlock first: the one that looks through the tables.
    await worker.query(`begin; set local deadlock_timeout = '1min'; delete from reminders.delivery`);
    const migrated = migrateJobs(pool);
    while ((await pool.query(WAITING)).rowCount === 0) await pause(5);
    await worker.query('delete from reminders.message');
    await worker.query('commit');
    worker.release();
    await migrated;
  });
});
