import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Binaries } from './binaries.ts';
import { clusterIn, requireOwn } from './placement.ts';
import type { ServerAccount } from './server-account.ts';
import { runProgram } from './server-program.ts';
import { diskFull, refusalOfFileError, StartRefused } from './start-refused.ts';

/** A data directory of PostgreSQL (PGDATA) and the password of its one role. */
export interface Cluster {
  folder: string;
  password: string;
}

export const ROLE = 'mubiao';

/** Sorting by code point and the case of all Unicode letters, the same on every machine, without a system locale. */
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];

/** The cluster in `home`, made if it is not there. @throws StartRefused */
export async function openCluster(
  home: string,
  binaries: Binaries,
  account: ServerAccount | null,
): Promise<Cluster> {
  const folder = clusterIn(home);
  const passwordFile = `${folder}.password`;
  try {
    if (!existsSync(folder)) {
      await initialise({ folder, passwordFile }, binaries, account);
    }
    requireOwn(folder, account);
    requireVersion(folder, binaries);
    return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
  } catch (error) {
    throw refusalOfFileError(error, home);
  }
}

/**
 * What is half done stands under a name of its own, because the initdb of a start that was killed may still be at it;
 * what such a start left behind goes away with the next one that comes through.
 */
async function initialise(
  { folder, passwordFile }: { folder: string; passwordFile: string },
  binaries: Binaries,
  account: ServerAccount | null,
): Promise<void> {
  const draft = `${folder}.initialising-${randomUUID()}`;
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (account !== null) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const options = [`--username=${ROLE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...LOCALE];
  const { code, output } = await runProgram(binaries.initdb, ['-D', draft, ...options], account);
  if (output.includes('No space left on device')) throw diskFull(folder);
  if (code !== 0) throw new StartRefused('ServerFailed', `无法建立数据库目录 ${folder}：${lastLine(output)}`);
  renameSync(draft, folder);
  clearDrafts(folder);
}

function clearDrafts(folder: string): void {
  const left = readdirSync(dirname(folder)).filter((name) =>
    name.startsWith(`${basename(folder)}.initialising-`),
  );
  for (const name of left) {
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    } catch {
      // Still being written to: a few files that nothing reads.
    }
  }
}

function requireVersion(folder: string, binaries: Binaries): void {
  const written = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const [major] = binaries.version.split('.');
  if (written === major) return;
  throw new StartRefused(
    'DataOfAnotherVersion',
    `数据库目录 ${folder} 由 PostgreSQL ${written} 写成，本程序内置的是 ${major ?? ''}，请先用原版本导出数据。`,
  );
}

/** The last thing a program said, for the end of a sentence. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1)?.trim() ?? '';
