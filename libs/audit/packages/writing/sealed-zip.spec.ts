import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readSigningKey } from '../../signing/index.ts';
import { PackageFile } from '../reading/zip-file.ts';
import { SealedZip, ZipSoFar } from './sealed-zip.ts';
import { localEntry } from './zip-records.ts';

const MADE = '2027-01-31T09:30:00.000+08:00';

describe('a zip file of any size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-zip-'));
  const key = readSigningKey({ keyFile: join(folder, 'key') });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A file of which only the end is written: before it is a hole that nobody reads. */
  async function endOf(name: string, soFar: ZipSoFar): Promise<PackageFile> {
    const path = join(folder, name);
    writeFileSync(path, '');
    const out = createWriteStream(path, { flags: 'r+', start: soFar.size });
    const zip = new SealedZip(out, key, MADE, soFar);
    for (const last of ['one', 'two']) await zip.add(last, Buffer.from(`content of ${last}`));
    await zip.end();
    return PackageFile.open(path);
  }

  it('holds more entries than the short records can count', async () => {
    const soFar = new ZipSoFar();
    const names = Array.from({ length: 65_535 }, (_, n) => `目标-${String(n)}`);
    const content = Buffer.from('x');
    const packed = deflateRawSync(content);
    for (const name of names) soFar.add(name, content, localEntry(name, content, packed, MADE));
    const file = await endOf('many.zip', soFar);
    expect(file.names).toEqual([...names, 'one', 'two']);
    expect((await file.read('two')).toString()).toBe('content of two');
    await file.close();
  });

  it('holds entries that begin beyond 4 GiB', async () => {
    const soFar = new ZipSoFar();
    soFar.size = 5 * 2 ** 30;
    const file = await endOf('large.zip', soFar);
    expect(file.names).toEqual(['one', 'two']);
    expect((await file.read('two')).toString()).toBe('content of two');
    await file.close();
  });

  it('says what keeps the output from taking it', async () => {
    const out = createWriteStream(join(folder, 'nowhere/x.zip'));
    const zip = new SealedZip(out, key, MADE, new ZipSoFar());
    await expect(zip.add('one', Buffer.from('1'))).rejects.toThrow('ENOENT');
  });
});
