import pg from 'pg';
import { openPersonKeys } from '#application';
import { rememberKeys, type RememberedKeys } from '#platform/person-keys';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const WHO = { unitCode: '101002', name: '周宁' };
const MASTER = Buffer.alloc(32, 9);

let database: FreshDatabase;
let pool: pg.Pool;
let asked = 0;
let here: RememberedKeys;
beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  const keys = await openPersonKeys(pool, MASTER);
  const keyOf: typeof keys.keyOf = (subject) => {
    asked += 1;
    return keys.keyOf(subject);
  };
  here = rememberKeys({ ...keys, keyOf }, pool);
});
afterAll(async () => {
  await here.close();
  await pool.end();
  await database.drop();
});

/** The key that is remembered in the end: an announcement is on its way for a moment. */
async function keyOtherThan(id: string): Promise<string> {
  for (;;) {
    const key = await here.keyOf(WHO);
    if (key.id !== id) return key.id;
    await pool.query('select 1');
  }
}

describe('keys of persons that a process remembers', () => {
  it('are asked for once', async () => {
    const first = await here.keyOf(WHO);
    expect(await here.keyOf(WHO)).toEqual(first);
    expect(asked).toBe(1);
  });

  it('are forgotten when another process erases one', async () => {
    const { id } = await here.keyOf(WHO);
    const elsewhere = await openPersonKeys(pool, MASTER);
    expect(await elsewhere.erase(WHO)).toBe(1);
    expect(await keyOtherThan(id)).not.toBe(id);
  });

  it('are forgotten at once when this process erases one', async () => {
    const { id } = await here.keyOf(WHO);
    expect(await here.erase(WHO)).toBe(1);
    expect((await here.keyOf(WHO)).id).not.toBe(id);
  });

  it('are not remembered while announcements cannot be heard', async () => {
    const { id } = await here.keyOf(WHO);
    const before = asked;
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and datname = current_database() and query like 'listen %'`,
    );
    while (asked === before) {
      await pool.query('select 1');
      expect((await here.keyOf(WHO)).id).toBe(id);
    }
    expect(asked).toBeGreaterThan(before);
  });
});
