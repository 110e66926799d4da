import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';

import type { ProgramMessage, StopMessage } from '#platform/program';

export interface ChildProgram {
  name: string;
  /** The module to run. */
  script: string;
  /** Options of Node itself. */
  execArgv: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Where its output goes. */
  logFile: string;
}

/** One process of a program, from its fork to its end. */
export interface Child {
  /** Rejects with the reason (a sentence) where the program says it failed, or ends, before it is ready. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
  /** Asks it to close; kills it after ten seconds. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;
const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

/**
 * The program gets a session of its own, so that Ctrl-C reaches us alone and it is stopped in order; if we are killed,
 * it sees the IPC channel close and ends itself.
 */
export function forkChild(program: ChildProgram): Child {
  const child = forked(program);
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  return { ready: readiness(child, program), ended, stop: () => stop(child, ended) };
}

function forked({ script, execArgv, env, logFile }: ChildProgram): ChildProcess {
  const log = openLog(logFile);
  try {
    return fork(script, {
      env,
      execArgv: [...execArgv],
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

function readiness(child: ChildProcess, { name, logFile }: ChildProgram): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      const told = message as ProgramMessage;
      if (told.type === 'ready') resolve();
      else reject(new Error(told.message));
    });
    child.on('error', (error) => reject(new Error(`${name} 无法启动：${error.message}`)));
    child.on('exit', (code, signal) =>
      reject(new Error(`${name} 意外结束（${signal ?? code ?? '?'}），详情见 ${logFile}`)),
    );
  });
  // Whoever restarts it may never look at the second and later ones.
  ready.catch(() => undefined);
  return ready;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  if (child.connected) child.send({ type: 'stop' } satisfies StopMessage, () => undefined);
  await ended;
  clearTimeout(kill);
}

/** Appends; a large log of earlier runs becomes `….1`. */
function openLog(file: string): number {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
