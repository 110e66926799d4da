import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { catchUpLog, checkHistory, deliverToFile, migrateAudit, signRoot, type SignerOptions } from '#audit';
import { systemClock } from '#application';
import type { EventStore, StoredEvent } from '#event-store';
import { migrateJobs } from '#jobs';
import { makeBackup, restoreBackup, verifyBackup, type BackupPlace } from '#platform/backup';
import { openEventStore } from '#platform/event-store';
import { givenCounty, request } from '../../libs/application/given.ts';
import { formNamed } from '../projections/county.ts';
import { freshDatabase } from '../support/database.ts';
import { startEventStoreDbDouble } from '../support/eventstoredb-double/index.ts';
import { S3Double } from '../support/s3-double.ts';

const CONTENT = Buffer.from('%PDF-1.7\n批复');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const OBJECT = `/mubiao/attachments/${SHA256}`;
const BEYOND = '9000000000000000000/9000000000000000000';

/** An installation whose events are in EventStoreDB and whose attachments are in an S3 store, each as wanted. */
describe('备份：事件在 EventStoreDB，附件在对象存储', () => {
  const closers: (() => Promise<unknown>)[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-backup-'));
  let source: BackupPlace;
  let s3: S3Double;
  const backup = join(folder, 'backup');
  const said: string[] = [];

  async function placed({ inEventStoreDb = false, s3: store }: { inEventStoreDb?: boolean; s3?: S3Double }) {
    const database = await freshDatabase();
    closers.push(() => database.drop());
    const double = inEventStoreDb ? await startEventStoreDbDouble() : undefined;
    if (double) closers.push(() => double.stop());
    const place: BackupPlace = {
      databaseUrl: database.url,
      dataFolder: mkdtempSync(join(folder, 'data-')),
      jurisdiction: '430699',
      attachments: { megabytes: 50, ...(store && { s3: bucketOf(store) }) },
      ...(double && { eventStoreUrl: double.url }),
    };
    return place;
  }
  const bucketOf = ({ endpoint }: S3Double) => {
    return { endpoint, bucket: 'mubiao', region: 'local', accessKeyId: 'id', secretAccessKey: 'secret' };
  };
  async function withStore<T>(place: BackupPlace, use: (parts: SignerOptions) => Promise<T>): Promise<T> {
    const pool = new pg.Pool({ connectionString: place.databaseUrl, max: 2 });
    const store = await openEventStore(place);
    const { jurisdiction, dataFolder } = place;
    const at = { jurisdiction, timeOffset: '+08:00', keyFile: join(dataFolder, 'seal-signing.key') };
    try {
      return await use({ pool, store, clock: systemClock, ...at });
    } finally {
      await store.close();
      await pool.end();
    }
  }
  const eventsIn = async (store: EventStore): Promise<Omit<StoredEvent, 'position'>[]> =>
    (await store.readAll()).events.map(({ position: _, ...event }) => event);
  const restored = async (place: BackupPlace): Promise<void> => {
    await restoreBackup({ place, folder: backup, keysFolder: null, log: () => undefined });
  };
  /** What was restored is what was backed up, and the schedule begins to read from the beginning. */
  const expectSame = async (place: BackupPlace): Promise<void> => {
    const before = await withStore(source, ({ store }) => eventsIn(store));
    await withStore(place, async (parts) => {
      expect(await eventsIn(parts.store)).toEqual(before);
      await catchUpLog(parts);
      const outside = readFileSync(join(source.dataFolder, 'roots.jsonl'), 'utf8');
      expect(await checkHistory(parts, outside)).toMatchObject({ intact: true });
      const { rows } = await parts.pool.query('select position from reminders.follower');
      expect(rows).toEqual([{ position: null }]);
    });
  };

  beforeAll(async () => {
    s3 = await S3Double.start();
    closers.push(() => s3.stop());
    s3.objects.set(OBJECT, CONTENT);
    source = await placed({ inEventStoreDb: true, s3 });
    await withStore(source, async (parts) => {
      await migrateAudit(parts.pool);
      await migrateJobs(parts.pool);
      await parts.pool.query('update reminders.follower set position = $1', [BEYOND]);
      const { application } = await givenCounty({ store: parts.store });
      const input = { campaignId: 'c', unitCode: '101002', form: formNamed('河道保洁') };
      const { id } = await application.draft(input, request('clerk'));
      await application.send(id, { type: 'PresentTarget' }, request('clerk'));
      await application.close();
      await catchUpLog(parts);
      await signRoot(parts);
      await deliverToFile(parts.store, join(source.dataFolder, 'roots.jsonl'));
    });
    await makeBackup({ place: source, folder: backup, log: (sentence) => void said.push(sentence) });
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('备份是完整的：事件、签名根和对象存储中的附件都在', async () => {
    const { manifest, history } = await verifyBackup(backup);
    expect(history).toMatchObject({ intact: true });
    const attachment = manifest.files.find(({ name }) => name.endsWith(SHA256));
    expect(attachment).toMatchObject({ sha256: SHA256, size: CONTENT.length });
    expect(said).toContain('已从对象存储备份 1 个附件');
  });

  it('恢复到另一套 EventStoreDB 和对象存储', async () => {
    const other = await S3Double.start();
    closers.push(() => other.stop());
    const place = await placed({ inEventStoreDb: true, s3: other });
    await restored(place);
    await expectSame(place);
    expect(other.objects.get(OBJECT)).toEqual(CONTENT);
    await expect(restored(place)).rejects.toThrow('已有数据');
  });

  it('恢复到只有 PostgreSQL 的系统，附件在数据目录', async () => {
    const place = await placed({});
    await restored(place);
    await expectSame(place);
    const file = join(place.dataFolder, 'attachments', SHA256.slice(0, 2), SHA256);
    expect(readFileSync(file)).toEqual(CONTENT);
  });

  it('只有 PostgreSQL 的系统的备份，恢复到 EventStoreDB', async () => {
    const plain = await placed({});
    await restored(plain);
    const followed = 'update reminders.follower set position = $1';
    await withStore(plain, ({ pool }) => pool.query(followed, ['99999999']));
    const own = join(folder, 'plain');
    await makeBackup({ place: plain, folder: own, log: () => undefined });
    const place = await placed({ inEventStoreDb: true });
    const { history } = await restoreBackup({ place, folder: own, keysFolder: null, log: () => undefined });
    expect(history).toMatchObject({ intact: true });
    await expectSame(place);
    const { rows } = await withStore(place, ({ pool }) => pool.query('select from store.events'));
    expect(rows).toEqual([]);
  });

  it('对象存储没有应答时说明，不留下半份备份', async () => {
    const gone = await S3Double.start();
    const place = { ...source, attachments: { megabytes: 50, s3: bucketOf(gone) } };
    await gone.stop();
    const half = join(folder, 'half');
    const making = makeBackup({ place, folder: half, log: () => undefined });
    await expect(making).rejects.toThrow(/对象存储中的附件无法读取.*S3_ENDPOINT/);
    await expect(verifyBackup(half)).rejects.toThrow('没有做完');
  });

  it('被改动的附件在备份时说明', async () => {
    s3.objects.set(OBJECT, Buffer.from('%PDF-1.7\n批复（改）'));
    const sentences: string[] = [];
    const log = (sentence: string): void => void sentences.push(sentence);
    await makeBackup({ place: source, folder: join(folder, 'altered'), log });
    expect(sentences.join()).toContain(`附件 ${SHA256} 的内容已被改动`);
  });
});
