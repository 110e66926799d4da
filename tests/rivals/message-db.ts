import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { areRivalsInstalled } from './emmett.ts';

const FOLDER = join(import.meta.dirname, 'node_modules/@eventide/message-db/database');

/** What its install.sh runs through psql, in the same order; views and privileges take no part in a write. */
const FILES = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  'functions/message-store-version',
  'functions/hash-64',
  'functions/acquire-lock',
  'functions/category',
  'functions/is-category',
  'functions/id',
  'functions/cardinal-id',
  'functions/stream-version',
  'functions/write-message',
  'functions/get-stream-messages',
  'functions/get-category-messages',
  'functions/get-last-stream-message',
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

/** Its functions name one another without a schema. */
export const SEARCH_PATH = '-c search_path=message_store,public -c client_min_messages=warning';

export const WRITE_MESSAGE = {
  name: 'write-message',
  text: 'select message_store.write_message($1, $2, $3, $4, $5, $6)',
};

/** Puts message-db into a database; `false` where the rivals are not installed. */
export async function installMessageDb(url: string): Promise<boolean> {
  if (!areRivalsInstalled()) return false;
  const client = new pg.Client({ connectionString: url, options: SEARCH_PATH });
  await client.connect();
  try {
    for (const file of FILES) await client.query(readFileSync(join(FOLDER, `${file}.sql`), 'utf8'));
  } finally {
    await client.end();
  }
  return true;
}
