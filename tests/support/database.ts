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
  return { url: url.href, drop: () => onTestServer(`drop database if exists ${name} with (force)`) };
}

async function onTestServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
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
