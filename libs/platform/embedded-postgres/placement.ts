import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { SERVER_HOME } from './binaries.ts';
import { canReach } from './server-account.ts';
import type { ServerAccount } from './server-account.ts';
import { diskFull, refusalOfFileError, StartRefused } from './start-refused.ts';

/** Less free space than this and a start would end half-way: the WAL alone takes files of 16 MiB. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Makes the folder if it is missing and says its real path. @throws StartRefused */
export function prepareDataFolder(folder: string): string {
  try {
    const made = mkdirSync(folder, { recursive: true });
    // Only what we made ourselves: others may pass through to the server's folder, and see nothing.
    if (made !== undefined) chmodSync(folder, 0o711);
    requireSpace(folder);
    return realpathSync(folder);
  } catch (error) {
    throw refusalOfFileError(error, folder);
  }
}

function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(folder);
}

/**
 * The folder that holds the cluster and its password: the data folder, or under `SERVER_HOME` where the server's
 * account cannot enter the data folder. A cluster that is already in either place decides.
 * @throws StartRefused where a cluster is there and its account cannot reach it
 */
export function placeCluster(
  dataFolder: string,
  account: ServerAccount | null,
  log: (sentence: string) => void,
): string {
  const reachable = canReach(dataFolder, account);
  if (existsSync(clusterIn(dataFolder))) {
    if (reachable) return dataFolder;
    throw new StartRefused(
      'DataFolderUnreachable',
      `用户 ${account?.name ?? ''} 无法进入数据目录 ${dataFolder}，请放开其上级目录的进入权限（chmod o+x）后再启动。`,
    );
  }
  const elsewhere = join(SERVER_HOME, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  if (reachable && !existsSync(clusterIn(elsewhere))) return dataFolder;
  openElsewhere(elsewhere, account);
  log(`用户 ${account?.name ?? ''} 无法进入 ${dataFolder}，数据库的数据存放在 ${elsewhere}。`);
  return elsewhere;
}

export const clusterIn = (home: string): string => join(home, 'postgresql');

function openElsewhere(elsewhere: string, account: ServerAccount | null): void {
  try {
    if (mkdirSync(SERVER_HOME, { recursive: true }) !== undefined) chmodSync(SERVER_HOME, 0o711);
    if (mkdirSync(elsewhere, { recursive: true }) !== undefined) chmodSync(elsewhere, 0o711);
    requireSpace(elsewhere);
  } catch (error) {
    throw refusalOfFileError(error, elsewhere);
  }
  if (canReach(elsewhere, account)) return;
  throw new StartRefused(
    'DataFolderUnreachable',
    `用户 ${account?.name ?? ''} 既无法进入数据目录，也无法进入 ${elsewhere}，请用 MUBIAO_DATA 指定它能进入的目录。`,
  );
}

/** A cluster belongs to the account that made it. @throws StartRefused `DataOfAnotherUser` */
export function requireOwn(cluster: string, account: ServerAccount | null): void {
  const mine = account?.uid ?? process.getuid?.();
  const { uid } = statSync(cluster);
  if (mine === undefined || uid === mine) return;
  throw new StartRefused(
    'DataOfAnotherUser',
    `数据库目录 ${cluster} 属于另一个用户（uid ${uid}），请用当初启动系统的用户启动。`,
  );
}
