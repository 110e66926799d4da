import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openS3Store, type S3Place } from '#platform/attachments';
import { BackupRefused, type BackedUpFile } from './manifest.ts';
import { writeHashed } from './rows-file.ts';

/** An attachment lies in the backup where it would lie below the data folder. */
const nameOf = (sha256: string): string => `attachments/${sha256.slice(0, 2)}/${sha256}`;
const hashIn = (name: string): string | undefined => /^attachments\/..\/([0-9a-f]{64})$/.exec(name)?.[1];

/**
 * Copies attachments out of an S3-compatible store into the backup, so that it is whole by itself.
 * @param kept names that are in the backup already
 * @throws BackupRefused where the store does not answer
 */
export async function keepObjects(
  s3: S3Place,
  { folder, kept, log }: { folder: string; kept: readonly BackedUpFile[]; log: (sentence: string) => void },
): Promise<BackedUpFile[]> {
  const store = await openS3Store(s3);
  const names = new Set(kept.map(({ name }) => name));
  const files: BackedUpFile[] = [];
  try {
    for await (const { sha256 } of store.list()) {
      const content = names.has(nameOf(sha256)) ? null : await store.read(sha256);
      // What disappears meanwhile was never referred to.
      if (content === null) continue;
      const file = await writeHashed(folder, nameOf(sha256), (out) => pipeline(content, out));
      if (file.sha256 !== sha256)
        log(`附件 ${sha256} 的内容已被改动，请用 mubiao attachments verify 查看涉及哪些绩效目标。`);
      files.push(file);
    }
  } catch (error) {
    throw inSentence(error, '读取');
  }
  log(`已从对象存储备份 ${String(files.length)} 个附件`);
  return files;
}

/** Puts attachments into the store that this installation has, and answers what else there is to put back. */
export async function putObjects(
  s3: S3Place,
  files: readonly BackedUpFile[],
  folder: string,
): Promise<BackedUpFile[]> {
  const store = await openS3Store(s3);
  const others: BackedUpFile[] = [];
  for (const file of files) {
    const sha256 = hashIn(file.name);
    if (sha256 === undefined) others.push(file);
    else
      await store.put(sha256, join(folder, file.name), file.size).catch((error: unknown) => {
        throw inSentence(error, '写入');
      });
  }
  return others;
}

/** What the disk refuses is said by the command, with its path. */
function inSentence(error: unknown, doing: string): unknown {
  if (error instanceof Error && 'path' in error) return error;
  const why = error instanceof Error ? error.message || error.name : String(error);
  return new BackupRefused(`对象存储中的附件无法${doing}（${why}），请检查 S3_ENDPOINT 等设置后重试。`, {
    cause: error,
  });
}
