import pg from 'pg';
import { schemaInPlace } from '#event-store';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const FIRST = `
create schema if not exists house;
create table if not exists house.room (name text primary key, floor int not null);
insert into house.room values ('hall', 0) on conflict do nothing;`;
const SECOND = `${FIRST}
create index if not exists room_floor on house.room (floor);`;

describe('the tables of a schema', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.url });
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const rooms = async (): Promise<object[]> => (await pool.query<object>('select * from house.room')).rows;
  const isIndexed = async (): Promise<boolean> =>
    (await pool.query(`select from pg_indexes where indexname = 'room_floor'`)).rowCount === 1;

  it('are made once by whoever comes first, with what they begin with', async () => {
    await Promise.all(Array.from({ length: 8 }, () => schemaInPlace(pool, 'house', FIRST)));
    expect(await rooms()).toEqual([{ name: 'hall', floor: 0 }]);
  });

  it('are not waited for where they are as they should be, whoever has them in hand', async () => {
    await schemaInPlace(pool, 'house', SECOND);
    const owner = await pool.connect();
    await owner.query('begin; lock table house.room in access exclusive mode');
    await schemaInPlace(pool, 'house', SECOND);
    await owner.query('rollback');
    owner.release();
    expect(await isIndexed()).toBe(true);
  });

  it('gain what a later program needs, and keep what is in them', async () => {
    await schemaInPlace(pool, 'house', FIRST);
    await pool.query(`insert into house.room values ('attic', 2)`);
    await Promise.all([schemaInPlace(pool, 'house', SECOND), schemaInPlace(pool, 'house', SECOND)]);
    expect(await isIndexed()).toBe(true);
    expect(await rooms()).toHaveLength(2);
  });

  it('are left as they were by a statement that fails, and the next start begins anew', async () => {
    await expect(schemaInPlace(pool, 'house', `${FIRST} select nothing;`)).rejects.toThrow('nothing');
    await schemaInPlace(pool, 'house', FIRST);
    expect(await rooms()).toHaveLength(1);
  });
});
