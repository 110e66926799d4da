import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(import.meta.dirname, 'projector-program.ts');
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

/** Small, so that a history has hundreds of batches to be killed in. */
const EVENTS_A_BATCH = 20;

/** Lets a worker run to its n-th statement and no further; says where that was, as `projection step`. */
export async function projectUpTo(statement: number, url: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [...FROM_SOURCE, PROGRAM, url, String(EVENTS_A_BATCH), String(statement)],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL') throw new Error(`The projector ended by itself with ${String(code)}.`);
  return said.trim();
}
