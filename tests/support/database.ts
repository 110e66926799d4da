import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  /** Of an empty database that nobody else uses. */
  url: string;
  /** Removes it, whoever is still connected. */
  drop: () => Promise<void>;
}

/** A database of one's own on the server of this test run (see global-setup.mjs). */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onTestServer(`create database ${name}`);
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(name) };
}

const LEAVING_MS = 1_000;

/** Whoever has just hung up may still be on the way out: to be thrown out then is an error that nobody waits for. */
const drop = (name: string): Promise<void> =>
  onTestServer(`drop database if exists ${name} with (force)`, async (client) => {
    const late = Date.now() + LEAVING_MS;
    const connected = { text: 'select from pg_stat_activity where datname = $1', values: [name] };
    while ((await client.query(connected)).rowCount !== 0 && Date.now() < late);
  });

async function onTestServer(
  statement: string,
  before: (client: pg.Client) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const client = new pg.Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await before(client);
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function testServerUrl(): string {
  const url = process.env['MUBIAO_TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('MUBIAO_TEST_DATABASE_URL is not set: run it with the project "tests".');
  return url;
}
