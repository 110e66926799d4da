import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { codeOf } from './error-code.ts';
import { identityOf, isRunning } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { refusalOfFileError, StartRefused } from './start-refused.ts';

export interface DataFolderLock {
  /** Lets go; safe to call twice. */
  release(): void;
}

const ATTEMPTS = 20;

/**
 * One process at a time owns a data folder. The lock names its holder, so that one left by a killed process is
 * taken over; it appears by `link`, complete or not at all.
 * @throws StartRefused `DataFolderInUse`, `DiskFull` or `DataFolderUnusable`
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const lock = join(folder, 'lock');
  const mine = `${JSON.stringify(identityOf(process.pid))}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (appears(lock, mine, folder)) return held(lock, mine);
    const found = contentOf(lock);
    if (found === null) continue;
    const holder = holderIn(found);
    if (holder !== null && isRunning(holder)) throw inUse(folder, holder.pid);
    putAside(lock, found);
  }
  throw new StartRefused('DataFolderInUse', `数据目录 ${folder} 正被其他进程争用，请稍后再试。`);
}

const inUse = (folder: string, pid: number): StartRefused =>
  new StartRefused(
    'DataFolderInUse',
    `数据目录 ${folder} 正被另一个进程（进程号 ${pid}）使用，请先停止它，或用 MUBIAO_DATA 指定另一个目录。`,
  );

function held(lock: string, mine: string): DataFolderLock {
  return {
    release: () => {
      if (contentOf(lock) === mine) rmSync(lock, { force: true });
    },
  };
}

function appears(lock: string, content: string, folder: string): boolean {
  const draft = `${lock}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw refusalOfFileError(error, folder);
  }
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw refusalOfFileError(error, folder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two starts may find the same dead lock: whoever moved a live one by mistake puts it back. */
function putAside(lock: string, dead: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (contentOf(aside) !== dead) linkSync(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}

function holderIn(content: string): ProcessIdentity | null {
  try {
    const { pid, began } = JSON.parse(content) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? { pid, began: began ?? null } : null;
  } catch {
    return null;
  }
}
