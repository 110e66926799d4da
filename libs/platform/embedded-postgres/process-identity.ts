import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
  if (!hasProcess(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === program && state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function beganAt(pid: number): string | null {
  try {
    if (process.platform === 'linux') return beganOnLinux(pid);
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** Ticks since boot (field 22 of proc(5) stat, counted after the name in brackets), with the boot's own id. */
function beganOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return ticks === undefined ? null : `${boot}/${ticks}`;
}
