import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AttachmentRefused } from './attachment-refused.ts';

export interface Received {
  path: string;
  sha256: string;
  size: number;
}

/**
 * Writes a stream to a file of its own while it is counted and hashed, and hands that to `use`; whatever happens the
 * file is gone afterwards unless `use` moved it. What is left of a stream that was refused is read and thrown away: a
 * browser sends its next request on the same connection, and would wait for ever behind a body that nobody reads.
 * @throws AttachmentRefused as soon as it is over the limit
 */
export async function received<T>(
  incoming: Readable,
  { folder, megabytes }: { folder: string; megabytes: number },
  use: (file: Received) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      hash.update(chunk);
      if (size > megabytes * 1024 * 1024) done(new AttachmentRefused('TooLarge', megabytes));
      else done(null, chunk);
    },
  });
  try {
    const pieces = incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    await pipeline(pieces, meter, createWriteStream(path, { mode: 0o600 }));
    if (size === 0) throw new AttachmentRefused('Empty');
    return await use({ path, sha256: hash.digest('hex'), size });
  } finally {
    incoming.resume();
    await rm(path, { force: true });
  }
}

/** Removes what uploads left behind whose process ended before they did. @returns how many files */
export async function removeAbandoned(folder: string, before: number): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // One that ends meanwhile is moved away.
    const found = await stat(path).catch(() => null);
    if (!found || found.mtimeMs > before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** What was to be sent is not what was stored. */
export class AttachmentAltered extends Error {
  override readonly name = 'AttachmentAltered';
}

/** Passes a content on while it is hashed; the last piece only when the hash is the one it was stored under. */
export function checked(sha256: string): Transform {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      const before = held;
      held = chunk;
      done(null, before ?? undefined);
    },
    flush: (done) => {
      if (hash.digest('hex') === sha256) done(null, held ?? undefined);
      else done(new AttachmentAltered(sha256));
    },
  });
}
