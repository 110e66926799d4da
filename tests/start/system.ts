import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort, openEmbeddedPostgres } from '#platform/embedded-postgres';

const root = join(import.meta.dirname, '../..');
const fromSource = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

export interface Notes {
  notes: number;
  pid: number;
}

/** One `mubiao start` in a process group of its own. */
export class StartedSystem {
  readonly #child;
  readonly exitCode: Promise<number | null>;
  said = '';

  constructor(
    readonly dataFolder: string,
    readonly port: number,
    env: NodeJS.ProcessEnv = {},
  ) {
    this.#child = spawn(process.execPath, [...fromSource, join(import.meta.dirname, 'fixture/start.ts')], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'], MUBIAO_DATA: dataFolder, PORT: String(port), ...env },
    });
    this.#child.stderr.on('data', (chunk: Buffer) => (this.said += chunk.toString('utf8')));
    this.exitCode = new Promise((resolve) => this.#child.on('close', resolve));
  }

  /** Resolves once the sentence was said; fails if the process ends without. */
  async until(sentence: string): Promise<void> {
    await Promise.race([this.exitCode, eventually(() => this.said.includes(sentence))]);
    if (!this.said.includes(sentence)) throw new Error(`It ended without “${sentence}”: ${this.said}`);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.#child.pid!, name);
  }

  /** As a terminal does on Ctrl-C: to every process of the foreground group. */
  signalGroup(name: NodeJS.Signals): void {
    process.kill(-this.#child.pid!, name);
  }

  async call(method: 'GET' | 'PUT' | 'DELETE'): Promise<Notes | null> {
    try {
      const reply = await fetch(`http://127.0.0.1:${this.port}/`, { method });
      return reply.ok ? ((await reply.json()) as Notes) : null;
    } catch {
      return null;
    }
  }

  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.exitCode;
  }
}

/** Waits for a fact, looking often; fails after a minute. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It did not come true within a minute.');
    await wait(25);
  }
}

/** A folder that the server's account may pass through, and a port. */
export async function freshPlace(): Promise<{ folder: string; dataFolder: string; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-start-'));
  chmodSync(folder, 0o711);
  return { folder, dataFolder: join(folder, 'data'), port: await freePort() };
}

/** Stops a PostgreSQL that a test left running, and removes everything. */
export async function clear({ folder, dataFolder }: { folder: string; dataFolder: string }): Promise<void> {
  if (existsSync(join(dataFolder, 'postgresql'))) {
    const left = await openEmbeddedPostgres({ dataFolder, log: () => undefined });
    await left.stop();
  }
  rmSync(folder, { recursive: true, force: true });
}

export const postmasterOf = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0]);
