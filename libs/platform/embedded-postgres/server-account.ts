import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { StartRefused } from './start-refused.ts';

/** Whom the server runs as: PostgreSQL refuses root, so root lends it another account; anyone else runs it. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** In this order; `nobody` is on every Unix, where no `postgres` was ever made. */
const CANDIDATES = ['postgres', 'nobody'];

/** `null` = the server runs as whoever started us. */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = accountsIn(readFileSync('/etc/passwd', 'utf8'));
  for (const name of CANDIDATES) {
    const found = accounts.find((account) => account.name === name);
    if (found !== undefined) return found;
  }
  throw new StartRefused(
    'NoAccount',
    '以 root 启动时，内置 PostgreSQL 需要系统用户 postgres，请先创建该用户，或改用普通用户启动。',
  );
}

export function accountsIn(passwd: string): ServerAccount[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    const account = { name, uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) };
    return account.uid > 0 && account.gid > 0 ? [account] : [];
  });
}

/** May the server's account enter this folder, or run this file, through all the folders above it? */
export function canReach(path: string, account: ServerAccount | null): boolean {
  if (account === null) return true;
  const { uid, gid } = account;
  return spawnSync('test', ['-x', path], { cwd: '/', uid, gid, stdio: 'ignore' }).status === 0;
}
