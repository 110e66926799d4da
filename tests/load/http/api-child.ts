import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Spent } from './timings.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The API over a database, or the plain one that it is measured beside, in a process of its own. */
export class ApiChild {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(databaseUrl: string, program: 'api' | 'plain' = 'api'): Promise<ApiChild> {
    const child = fork(join(import.meta.dirname, `${program}-program.ts`), [databaseUrl], {
      cwd: ROOT,
      execArgv: ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'],
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The API ended with ${String(code)}.`);
    });
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
    ended.catch(() => undefined);
    return new ApiChild(child, ready.port);
  }

  /** Since the last call. */
  async spent(): Promise<Spent> {
    const told = once(this.child, 'message') as Promise<[Spent]>;
    this.child.send('spent');
    return (await told)[0];
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
