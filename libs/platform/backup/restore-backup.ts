import pg from 'pg';
import type { EventsVerdict } from '#audit';
import type { EventStore, NewEvent, StoredEvent } from '#event-store';
import { openEventStore } from '#platform/event-store';
import { PROJECTIONS, rebuildNamed } from '#read-models';
import { putFiles, requirePlacesFree } from './kept-files.ts';
import { BackupRefused, type BackedUpTable, type BackupManifest } from './manifest.ts';
import { putObjects } from './kept-objects.ts';
import { putPersonKeys, readPersonKeys, requireSameMaster } from './person-keys.ts';
import { filesOf, type BackupPlace } from './place.ts';
import { prepareSchemas } from './prepare-schemas.ts';
import { readLines } from './rows-file.ts';
import { putRows } from './table-rows.ts';
import { checkedHistory, eventsIn, verifyBackup } from './verify-backup.ts';

export interface RestoreOrder {
  place: BackupPlace;
  folder: string;
  /** Where `backup --keys` kept the keys of personal details; `null` = restore without: they read as erased. */
  keysFolder: string | null;
  log: (sentence: string) => void;
}

export interface Restored {
  manifest: BackupManifest;
  history: EventsVerdict;
}

const EVENTS = 'store.events';
/** How far the schedule of reminders has read. */
const FOLLOWER = 'reminders.follower';
/** A packed file is made again where somebody asks; a job that was at work waits. */
const PACKAGES = `
  update audit.package set state = case state when 'ready' then 'expired' else 'waiting' end, done = 0, tries = 0
  where state in ('ready', 'running')`;

/**
 * Puts a backup into an empty installation that does not run: verified first, all rows in one transaction, read models
 * derived anew, and the restored history verified against its seals and signed roots.
 * @throws BackupRefused with a sentence; the installation is empty as before, but for a failure of the last two steps
 */
export async function restoreBackup({ place, folder, keysFolder, log }: RestoreOrder): Promise<Restored> {
  const { manifest } = await verifyBackup(folder);
  log(`备份完好（${manifest.made}），开始恢复……`);
  const files = filesOf(place);
  const keys = keysFolder === null ? null : readPersonKeys(keysFolder);
  if (keys) requireSameMaster(keys, files.masterFile);
  if (manifest.jurisdiction !== place.jurisdiction) throw otherJurisdiction(manifest, place);
  await requirePlacesFree(manifest.files, files);
  const pool = new pg.Pool({ connectionString: place.databaseUrl, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  try {
    await prepareSchemas(pool, place.databaseUrl);
    await requireEmpty(pool, place);
    const { s3 } = place.attachments;
    const here = s3 ? await putObjects(s3, manifest.files, folder) : manifest.files;
    putFiles(here, files, folder);
    await inTransaction(pool, async (client) => {
      await putTables(client, { manifest, folder, skip: place.eventStoreUrl === undefined ? null : EVENTS });
      await client.query(PACKAGES);
      if (!keepsPositions(manifest, place)) await forgetPositions(client, manifest);
      if (keys) await putPersonKeys(client, keys, files.masterFile);
    });
  } finally {
    await pool.end();
  }
  return { manifest, history: await derived(place, { folder, manifest, log }) };
}

/** Only from PostgreSQL to PostgreSQL do events come back in their old places. */
const keepsPositions = ({ tables }: BackupManifest, { eventStoreUrl }: BackupPlace): boolean =>
  eventStoreUrl === undefined &&
  tables.some(({ table, columns }) => table === EVENTS && columns.includes('position'));

/** Who followed the old feed follows the new one from its beginning; what is planned and sent stays, by its keys. */
async function forgetPositions(client: pg.ClientBase, { tables }: BackupManifest): Promise<void> {
  if (tables.some(({ table }) => table === FOLLOWER))
    await client.query(`update ${FOLLOWER} set position = null`);
}

const otherJurisdiction = ({ jurisdiction }: BackupManifest, place: BackupPlace): BackupRefused =>
  new BackupRefused(
    `备份属于区划 ${jurisdiction}，本系统设置为 ${place.jurisdiction}，请用 MUBIAO_JURISDICTION 设为 ${jurisdiction}。`,
  );

async function requireEmpty(pool: pg.Pool, place: BackupPlace): Promise<void> {
  const { rows } = await pool.query<{ used: boolean }>(
    `select exists (select from ${EVENTS}) or exists (select from access.credential) as used`,
  );
  const store = await openEventStore(place);
  const head = await store.head().finally(() => store.close());
  if (rows[0]?.used === true || head !== null)
    throw new BackupRefused(
      '目标系统中已有数据：只能恢复到空的系统，请用 MUBIAO_DATA 或 DATABASE_URL 指定新的位置。',
    );
}

async function inTransaction(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Whoever starts the system meanwhile waits here, and is then not on an empty system any more.
    await client.query(`lock table ${EVENTS} in exclusive mode`);
    await use(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

interface Source {
  manifest: BackupManifest;
  folder: string;
  /** A table that has its rows elsewhere. */
  skip: string | null;
}

async function putTables(client: pg.ClientBase, { manifest, folder, skip }: Source): Promise<void> {
  const tables = manifest.tables.filter(({ table }) => table !== skip);
  for (const one of tables) await requireTable(client, one);
  // What the tables were made with (a first row) stands in the backup as well.
  for (const { table } of [...tables].reverse()) await client.query(`delete from ${table}`);
  for (const one of tables) await putRows(client, one, readLines(folder, one.name));
}

/** @throws BackupRefused where this program's table lacks a column: the backup is a newer one's */
async function requireTable(
  client: pg.ClientBase,
  { table, columns, definition }: BackedUpTable,
): Promise<void> {
  const { rows: found } = await client.query<{ isMissing: boolean }>(
    `select to_regclass($1) is null as "isMissing"`,
    [table],
  );
  // A part that makes its tables when it first runs: here they come before it.
  if (found[0]?.isMissing === true) await client.query(definition);
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [table],
  );
  const known = new Set(rows.map(({ name }) => name));
  const unknown = columns.find((column) => !known.has(column));
  if (unknown !== undefined)
    throw new BackupRefused(
      `本程序没有备份中的 ${table}.${unknown}：备份由更新的版本生成，请用那个版本恢复。`,
    );
}

interface Deriving {
  folder: string;
  manifest: BackupManifest;
  log: (sentence: string) => void;
}

/** What follows from the events, so that the system is right at its first request. */
async function derived(place: BackupPlace, { folder, manifest, log }: Deriving): Promise<EventsVerdict> {
  const store = await openEventStore(place);
  try {
    const events = manifest.tables.find(({ table }) => table === EVENTS);
    if (place.eventStoreUrl !== undefined && events) await appendAll(store, eventsIn(folder, events.name));
    const history = await checkedHistory(() => feedOf(store));
    for (const projection of PROJECTIONS) {
      await rebuildNamed({ databaseUrl: place.databaseUrl, store, projection });
      log(`已重建 ${projection.name}`);
    }
    return history;
  } finally {
    await store.close();
  }
}

/** One append for events that follow each other in one stream, in the order of the feed, which the signed log is over. */
async function appendAll(store: EventStore, events: AsyncIterable<StoredEvent>): Promise<void> {
  let held: (NewEvent & { stream: string; revision: number })[] = [];
  const flush = async (): Promise<void> => {
    const [first] = held;
    if (first)
      await store.append(
        first.stream,
        first.revision === 0 ? 'none' : first.revision - 1,
        held.map(newEvent),
      );
    held = [];
  };
  for await (const event of events) {
    if (held.length >= MOST_AT_ONCE || held[0]?.stream !== event.stream) await flush();
    held.push(event);
  }
  await flush();
}

const MOST_AT_ONCE = 50;
const newEvent = ({ id, type, body, seal }: NewEvent): NewEvent => ({ id, type, body, seal });

async function* feedOf(store: EventStore): AsyncGenerator<StoredEvent> {
  let from: string | null | undefined;
  while (from !== null) {
    const { events, next } = await store.readAll(from === undefined ? {} : { from });
    yield* events;
    from = next;
  }
}
