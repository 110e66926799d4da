import { spawn } from 'node:child_process';

import type { ServerAccount } from './server-account.ts';

export interface ProgramResult {
  code: number | null;
  /** Both streams, in the order in which they came. */
  output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end as the server's account. It gets none of our environment (a PGDATA or
 * PGPORT there would lead it astray) and a session of its own, so that Ctrl-C reaches us alone.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  account: ServerAccount | null,
): Promise<ProgramResult> {
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid };
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...identity,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: environment(),
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const own = Object.entries(process.env).filter(([name]) => kept.includes(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}
