import { mkdirSync, readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import pg from 'pg';
import type { EventStore } from '#event-store';
import { openEventStore } from '#platform/event-store';
import { keepFiles } from './kept-files.ts';
import { BackupRefused, writeManifest, type BackedUpTable, type BackupManifest } from './manifest.ts';
import { keepObjects } from './kept-objects.ts';
import { keepPersonKeys } from './person-keys.ts';
import { filesOf, type BackupPlace } from './place.ts';
import { writeLines } from './rows-file.ts';
import { rowsOf } from './table-rows.ts';
import { tablesToKeep, type TableShape } from './tables.ts';

export interface BackupOrder {
  place: BackupPlace;
  /** Empty or not there yet. */
  folder: string;
  /** For the keys of personal details, apart from `folder`; without it they are not backed up. */
  keysFolder?: string | undefined;
  log: (sentence: string) => void;
}

export interface BackupMade extends BackupManifest {
  /** Keys of persons that were kept, `null` = none were asked for. */
  personKeys: number | null;
}

const EVENTS = 'store.events';

/**
 * Backs up a running installation: every table in one snapshot, then the files that its rows may name. The manifest
 * is written last, so that what was interrupted is no backup. Events in EventStoreDB are read before the snapshot:
 * nothing in a table is then missing that an event needs.
 * @throws BackupRefused with a sentence
 */
export async function makeBackup({ place, folder, keysFolder, log }: BackupOrder): Promise<BackupMade> {
  requireEmpty(folder);
  if (keysFolder !== undefined) requireApart(folder, keysFolder);
  const made = new Date().toISOString();
  const tables: BackedUpTable[] = [];
  if (place.eventStoreUrl !== undefined) tables.push(await keepEventsOf(place, folder));
  let personKeys: number | null = null;
  await inSnapshot(place.databaseUrl, async (client) => {
    for (const shape of await tablesToKeep(client)) {
      if (place.eventStoreUrl !== undefined && shape.table === EVENTS) continue;
      tables.push(await keepRows(folder, shape, rowsOf(client, shape)));
      log(`已备份 ${shape.table}`);
    }
    if (keysFolder === undefined) return;
    const { masterFile } = filesOf(place);
    personKeys = await keepPersonKeys(client, { folder: keysFolder, masterFile, made });
  });
  const kept = await keepFiles(filesOf(place), folder);
  const { s3 } = place.attachments;
  const files = s3 ? [...kept, ...(await keepObjects(s3, { folder, kept, log }))] : kept;
  const manifest: BackupManifest = { v: 1, made, jurisdiction: place.jurisdiction, tables, files };
  writeManifest(folder, manifest);
  return { ...manifest, personKeys };
}

function requireEmpty(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new BackupRefused(`备份目录 ${folder} 不是空的，请指定一个新的目录。`);
}

function requireApart(folder: string, keysFolder: string): void {
  const [data, keys] = [resolve(folder) + sep, resolve(keysFolder) + sep];
  if (data.startsWith(keys) || keys.startsWith(data))
    throw new BackupRefused('个人信息密钥要与备份分开存放：--keys 请指定备份目录之外的另一个目录。');
}

async function keepRows(
  folder: string,
  shape: TableShape,
  rows: AsyncIterable<string>,
): Promise<BackedUpTable> {
  const { table } = shape;
  return { ...shape, ...(await writeLines(folder, `tables/${table}.jsonl.gz`, rows)) };
}

/** All reads see the database as it was at one moment, whatever is written meanwhile. */
async function inSnapshot(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await use(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function keepEventsOf(place: BackupPlace, folder: string): Promise<BackedUpTable> {
  const store = await openEventStore(place);
  const columns = ['stream', 'revision', 'id', 'type', 'body', 'seal'];
  try {
    return await keepRows(folder, { table: EVENTS, columns, definition: '' }, eventsUpToHead(store));
  } finally {
    await store.close();
  }
}

async function* eventsUpToHead(store: EventStore): AsyncGenerator<string> {
  const head = await store.head();
  let from: string | null | undefined;
  while (from !== null && head !== null) {
    const { events, next } = await store.readAll(from === undefined ? {} : { from });
    for (const { stream, revision, id, type, body, seal, position } of events) {
      if (store.compare(position, head) > 0) return;
      yield JSON.stringify({ stream, revision, id, type, body, seal });
    }
    from = next;
  }
}
