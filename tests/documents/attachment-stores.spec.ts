import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { Attachments, type AttachmentPlace } from '#platform/attachments';
import { freshDatabase } from '../support/database.ts';
import { S3Double } from '../support/s3-double.ts';

const PDF = Buffer.from('%PDF-1.7\n立项依据');
const sha256 = createHash('sha256').update(PDF).digest('hex');
const from = { name: '批文.pdf', holder: 'unit 301001', user: 'clerk' };
const DAY = 24 * 60 * 60 * 1000;

describe.each(['folder', 's3'] as const)('attachments in a %s', (kind) => {
  let attachments: Attachments;
  let s3: S3Double;
  let dataFolder = '';
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await freshDatabase();
    const pool = new pg.Pool({ connectionString: database.url });
    dataFolder = await mkdtemp(join(tmpdir(), 'mubiao-attachments-'));
    s3 = await S3Double.start();
    const store = {
      endpoint: s3.endpoint,
      bucket: 'mubiao',
      region: 'local',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    };
    const place: AttachmentPlace = { dataFolder, megabytes: 1, ...(kind === 's3' && { s3: store }) };
    attachments = await Attachments.open(pool, place);
    closers.push(
      () => pool.end(),
      () => database.drop(),
      () => s3.stop(),
      () => rm(dataFolder, { recursive: true }),
    );
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  it('come back as they were put there, under their hash', async () => {
    const upload = await attachments.receive(Readable.from([PDF]), from);
    expect(upload).toEqual({ sha256, name: '批文.pdf', size: PDF.length, type: 'application/pdf' });
    const found = await attachments.read(sha256);
    expect(await buffer(found!.content)).toEqual(PDF);
    expect(await attachments.faultOf(sha256)).toBeNull();
    expect(await attachments.faultOf('0'.repeat(64))).toBe('missing');
    expect(await attachments.claim('unit 301001', [sha256])).toEqual(new Set([sha256]));
    expect(await attachments.claim('unit 302001', [sha256])).toEqual(new Set());
  });

  it('are collected when nothing refers to them and nobody used them for a day', async () => {
    if (kind === 'folder') await utimes(join(dataFolder, 'attachments', sha256.slice(0, 2), sha256), 0, 0);
    const later = Date.now() + 2 * DAY;
    expect(await attachments.collect(new Map([[sha256, 1]]), later)).toEqual([]);
    expect(await attachments.collect(new Map(), Date.now())).toEqual([]);
    expect(await attachments.collect(new Map(), later)).toEqual([sha256]);
    expect(await attachments.read(sha256)).toBeNull();
  });

  it('leave nothing of uploads that broke off a day ago', async () => {
    const incoming = join(dataFolder, 'attachments', 'incoming');
    await writeFile(join(incoming, 'broken-off'), 'half');
    await utimes(join(incoming, 'broken-off'), 0, 0);
    await writeFile(join(incoming, 'under-way'), 'half');
    expect(await attachments.collectAbandoned(Date.now())).toBe(1);
    expect(await readdir(incoming)).toEqual(['under-way']);
  });

  it('are sent to the store with their length and hash, signed', () => {
    const put = s3.calls.find(({ method }) => method === 'PUT');
    if (kind === 'folder') expect(s3.calls).toEqual([]);
    else
      expect(put).toMatchObject({
        path: `/mubiao/attachments/${sha256}`,
        headers: {
          'content-length': String(PDF.length),
          'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
          authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\//) as string,
        },
      });
  });
});
