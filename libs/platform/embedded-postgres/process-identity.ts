import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { codeOf } from './error-code.ts';

/** A process id together with when that process began, since ids are given out again. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; equal for the same process only. `null` where the machine does not tell. */
  began: string | null;
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, began: beganAt(pid) });

/** Is this very process still running? A later process that was given the same id does not count. */
export function isRunning({ pid, began }: ProcessIdentity): boolean {
  if (!hasProcess(pid)) return false;
  const now = beganAt(pid);
  return began === null || now === null || began === now;
}

/** Does this process run that program? Where the machine does not tell (no /proc), being there is enough. */
export function isLiveProgram(pid: number, program: string): boolean {
  return hasProcess(pid) && (process.platform !== 'linux' || linuxStatus(pid)?.program === program);
}

/** A dead process that its parent has not yet asked about (a zombie) is no process. */
function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return process.platform !== 'linux' || linuxStatus(pid) !== null;
}

function beganAt(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxStatus(pid)?.began ?? null;
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** proc(5) stat: the program in brackets, then the state, and 19 fields on the ticks since boot, told with the boot. */
function linuxStatus(pid: number): { program: string; began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const program = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return 'ZX'.includes(state) ? null : { program, began: `${boot}/${fields[18] ?? ''}` };
  } catch {
    return null;
  }
}
