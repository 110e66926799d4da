import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256, type BlobStore, type StoredBlob } from './blob-store.ts';

/** Contents in a folder, `ab/abcdef…`: a name that is no hash never becomes a path. */
export function folderStore(folder: string): BlobStore {
  const pathOf = (sha256: string): string => {
    if (!isSha256(sha256)) throw new RangeError('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    put: (sha256, path) => moveIn(path, pathOf(sha256)),
    read: async (sha256) => {
      const path = pathOf(sha256);
      return (await isThere(path)) ? createReadStream(path) : null;
    },
    list: () => blobsIn(folder),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** The content is on the disk before its name is: a power cut leaves either all of it or nothing. */
async function moveIn(from: string, to: string): Promise<void> {
  if (await isThere(to)) return;
  await mkdir(join(to, '..'), { recursive: true, mode: 0o700 });
  const file = await open(from, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function* blobsIn(folder: string): AsyncGenerator<StoredBlob> {
  for (const part of await namesIn(folder))
    for (const sha256 of await namesIn(join(folder, part)))
      if (isSha256(sha256)) yield { sha256, storedAt: (await stat(join(folder, part, sha256))).mtimeMs };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
