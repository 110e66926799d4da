import pg from 'pg';
import {
  createPostgresStore,
  sealEvents,
  StoreUnavailable,
  verifyStream,
  type EventStore,
} from '#event-store';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { freshStream, newEvent, newEvents, watch } from './store-under-test.ts';

describe('PostgreSQL store beyond the contract', () => {
  let database: FreshDatabase;
  let store: EventStore;
  let sql: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => createPostgresStore(database.url)));
    await Promise.all(stores.slice(1).map((other) => other.close()));
    store = stores[0]!;
    sql = new pg.Client({ connectionString: database.url });
    await sql.connect();
  });
  afterAll(async () => {
    await store.close();
    await sql.end();
    await database.drop();
  });
  const endOthers = (like: string) =>
    sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query ilike $1`,
      [like],
    );

  it('creates its schema once, though eight came at the same time', async () => {
    const { rows } = await sql.query('select version from store.schema_version order by version');
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('appends again after its connections were ended', async () => {
    const stream = freshStream('ended');
    await store.append(stream, 'none', newEvents(1));
    await endOthers('%');
    await expect(store.append(stream, 0, newEvents(1))).resolves.toMatchObject({ revision: 1 });
    await expect(store.readStream(stream)).resolves.toHaveLength(2);
  });

  it('appends once though the answer was lost', async () => {
    const stream = freshStream('lost');
    await sql.query('begin; select pg_advisory_xact_lock(1297436225, 1)');
    const appended = store.append(stream, 'none', newEvents(2));
    const isWaiting = async (): Promise<boolean> => {
      const { rowCount } = await sql.query(
        `select from pg_locks where locktype = 'advisory' and not granted`,
      );
      return rowCount === 1;
    };
    while (!(await isWaiting())) await new Promise((resolve) => setImmediate(resolve));
    await endOthers('%store.append%');
    await sql.query('commit');
    await expect(appended).resolves.toMatchObject({ revision: 1 });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('hears of events again after its listening connection was ended', async () => {
    const stream = freshStream('deaf');
    const filter = { streamPrefixes: [stream] };
    const { enough, subscription, seen } = watch(store, { filter }, ({ events }) => events.length === 2);
    await store.append(stream, 'none', newEvents(1));
    await endOthers('listen%');
    await store.append(stream, 0, newEvents(1));
    await enough;
    await subscription.stop();
    expect(seen.events.map(({ revision }) => revision)).toEqual([0, 1]);
  });

  it('finds what no notification told of by looking now and then', async () => {
    const stream = freshStream('silent');
    const polling = await createPostgresStore(database.url, { pollMs: 20 });
    const filter = { streamPrefixes: [stream] };
    const { enough, subscription } = watch(polling, { filter }, ({ events }) => events.length === 2);
    await store.append(stream, 'none', newEvents(1));
    const { id, type, body, seal } = newEvent();
    await sql.query(
      'insert into store.events (stream, revision, id, type, body, seal) values ($1, 1, $2, $3, $4, $5)',
      [stream, id, type, body, seal],
    );
    expect((await enough).events).toHaveLength(2);
    await subscription.stop();
    await polling.close();
  });

  it('says that it is not available where no server answers', async () => {
    const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing';
    await expect(createPostgresStore(nowhere, { patienceMs: 100 })).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('gives a tampered row as it is, and verification names it', async () => {
    const stream = freshStream('sealed');
    const statement = (n: number) => ({
      ...{ id: newEvent().id, type: 'Happened', schemaVersion: 1, time: '2026-03-01T09:00:00+08:00' },
      ...{ actor: {}, jurisdiction: '430000', commandId: 'c', commandHash: 'h', correlationId: 'k' },
      data: { amount: String(n) },
    });
    await store.append(stream, 'none', sealEvents(stream, null, [0, 1, 2, 3].map(statement)));
    expect(verifyStream(await store.readStream(stream))).toMatchObject({ intact: true, events: 4 });
    await sql.query(
      `update store.events set body = replace(body, '"amount":"2"', '"amount":"9"') where stream = $1 and revision = 2`,
      [stream],
    );
    const tampered = verifyStream(await store.readStream(stream));
    expect(tampered.firstBad).toMatchObject({ revision: 2, why: 'seal' });
  });
});
