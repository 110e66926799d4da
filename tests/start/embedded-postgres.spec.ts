import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

import { openEmbeddedPostgres, StartRefused } from '#platform/embedded-postgres';
import type { EmbeddedPostgres } from '#platform/embedded-postgres';

import { clear, freshPlace } from './system.ts';

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  let postgres: EmbeddedPostgres;
  const open = (): Promise<EmbeddedPostgres> =>
    openEmbeddedPostgres({ dataFolder: place.dataFolder, log: () => undefined });

  beforeAll(async () => {
    place = await freshPlace();
    postgres = await open();
  });
  afterAll(async () => {
    await postgres.stop();
    await clear(place);
  });

  it.each(['fsync', 'synchronous_commit', 'full_page_writes'])(
    'keeps its promises: %s is on',
    async (name) => {
      expect(await query(postgres.url, `show ${name}`)).toEqual([{ [name]: 'on' }]);
    },
  );

  it('sorts by code point and knows the case of every letter, whatever the machine speaks', async () => {
    const [row] = await query(
      postgres.url,
      `select string_agg(t, '' order by t) sorted, lower('ÄΩЖ') low from unnest(array['目','a','标','B','Z']) t`,
    );
    expect(row).toEqual({ sorted: 'BZa标目', low: 'äωж' });
  });

  it('lets nobody in without the password, which only its account may read', async () => {
    const url = new URL(postgres.url);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(place.dataFolder, 'postgresql.password')).mode & 0o777).toBe(0o600);
  });

  it('listens on this machine only', async () => {
    expect(await query(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(postgres.url, 'show unix_socket_directories')).toEqual([
      { unix_socket_directories: '' },
    ]);
  });

  it('writes nothing of what was said to it into its log', async () => {
    await expect(query(postgres.url, `select '13800001111'::int[]`)).rejects.toThrow('13800001111');
    await query(postgres.url, `create table person (phone text unique)`);
    const twice = `insert into person values ('13800002222'), ('13800002222')`;
    await expect(query(postgres.url, twice)).rejects.toThrow('duplicate key');
    const log = readFileSync(join(place.dataFolder, 'postgresql/server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('13800002222');
  });

  it('is opened by one at a time', async () => {
    await expect(open()).rejects.toThrow(StartRefused);
  });

  it('says what it finds where the data are of another version', async () => {
    const other = await freshPlace();
    const made = await openEmbeddedPostgres({ dataFolder: other.dataFolder, log: () => undefined });
    await made.stop();
    const file = join(other.dataFolder, 'postgresql/PG_VERSION');
    writeFileSync(file, '12\n');
    await expect(
      openEmbeddedPostgres({ dataFolder: other.dataFolder, log: () => undefined }),
    ).rejects.toMatchObject({
      code: 'DataOfAnotherVersion',
    });
    writeFileSync(file, '18\n');
    await clear(other);
  });
});
