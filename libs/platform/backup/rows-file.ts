import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused, type BackedUpFile } from './manifest.ts';

const FASTEST = { level: 1 };

/** Writes lines, compressed, and answers what the manifest says of the file; it is on the disk then. */
export async function writeLines(
  folder: string,
  name: string,
  lines: AsyncIterable<string>,
): Promise<BackedUpFile & { rows: number }> {
  let rows = 0;
  const counted = async function* (): AsyncGenerator<string> {
    for await (const line of lines) {
      rows += 1;
      yield `${line}\n`;
    }
  };
  const file = await writeHashed(folder, name, async (out) => pipeline(counted, createGzip(FASTEST), out));
  return { ...file, rows };
}

/** Writes a file of the backup through `write`, hashing and counting its bytes. */
export async function writeHashed(
  folder: string,
  name: string,
  write: (out: Transform) => Promise<void>,
): Promise<BackedUpFile> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  const measured = new Transform({
    transform(bytes: Buffer, _, done) {
      hash.update(bytes);
      size += bytes.length;
      done(null, bytes);
    },
  });
  const written = pipeline(measured, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  await Promise.all([write(measured), written]);
  const opened = await open(path, 'r');
  await opened.sync();
  await opened.close();
  return { name, size, sha256: hash.digest('hex') };
}

/** The lines of a file that `writeLines` wrote. @throws BackupRefused where it cannot be unfolded */
export async function* readLines(folder: string, name: string): AsyncGenerator<string> {
  const unfolded = createGunzip();
  const reading = pipeline(createReadStream(join(folder, name)) as Readable, unfolded).catch(() => {
    throw new BackupRefused(`备份文件 ${name} 已损坏，请换一份备份。`);
  });
  reading.catch(() => undefined);
  let rest = '';
  // Not readline: it takes U+2028 inside a text for the end of a line.
  for await (const text of textsOf(unfolded, reading)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function* textsOf(unfolded: Readable, reading: Promise<void>): AsyncGenerator<string> {
  unfolded.setEncoding('utf8');
  try {
    for await (const text of unfolded) yield text as string;
  } finally {
    if (unfolded.errored) await reading;
  }
}

/** Is the file the one that the manifest names? */
export async function isAsNamed(folder: string, { name, size, sha256 }: BackedUpFile): Promise<boolean> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const bytes of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      hash.update(bytes);
      read += bytes.length;
    }
  } catch {
    return false;
  }
  return read === size && hash.digest('hex') === sha256;
}
