import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(import.meta.dirname, 'worker-program.ts');
/** What its program says once it works. */
export const READY = 'ready';
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
/** A machine may be slow; a worker that reaches its step never is a failure of this harness. */
const MOST_MS = 60_000;

export interface DoomedWorker {
  databaseUrl: string;
  /** Null for queues in PostgreSQL. */
  redisUrl: string | null;
  /** Where its clock stands; milliseconds since 1970. */
  moment: number;
  /** The how manieth of its steps is its last. */
  step: number;
  /** The file of what the provider took. */
  mails: string;
  /** Called once it works; when this resolves there is nothing left for it to die at, and it is killed as it stands. */
  meanwhile?: () => Promise<void>;
}

/** Lets a worker run to one of its steps and no further; says which that was. */
export async function workUpTo(doomed: DoomedWorker): Promise<string> {
  const { databaseUrl, redisUrl, moment, step, mails, meanwhile } = doomed;
  const args = [databaseUrl, redisUrl ?? '', String(moment), String(step), mails];
  const child = spawn(process.execPath, [...FROM_SOURCE, PROGRAM, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const kill = (): boolean => child.kill('SIGKILL');
  const latest = setTimeout(kill, MOST_MS);
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== READY) said.push(line);
    // Where it died with something in its hands, what is waited for here does not come to pass before later.
    else void meanwhile?.().then(kill, () => undefined);
  });
  const [code, signal] = await closed;
  clearTimeout(latest);
  if (signal !== 'SIGKILL') throw new Error(`The worker ended by itself with ${String(code)}.`);
  return said[0] ?? 'when all was done';
}
