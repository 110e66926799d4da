import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Tell } from './stubborn-writer.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(import.meta.dirname, 'writer-program.ts');
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

/** A writer process that is started again whenever it ends, until it is asked to stop. */
export class RestartingWriter {
  private child: ChildProcess;
  private stopping = false;
  private readonly kept: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly streams: readonly string[],
    private readonly tell: Tell,
  ) {
    this.child = this.start();
    this.kept = this.keep();
    // Whoever stops it sees the failure; meanwhile it must not end the harness.
    this.kept.catch(() => undefined);
  }

  /** kill -9; resolves when the next process runs. */
  async kill(): Promise<void> {
    const { child } = this;
    child.kill('SIGKILL');
    while (this.child === child) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Asks it to end what it is doing. @throws when it ended by itself for a reason of its own */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child.kill('SIGTERM');
    await this.kept;
  }

  private async keep(): Promise<void> {
    for (;;) {
      const [code, signal] = (await once(this.child, 'close')) as [number | null, NodeJS.Signals | null];
      // Asked to end before it listened for that, it is ended by the signal itself.
      const isExpected = signal === 'SIGKILL' || (this.stopping && (code === 0 || signal === 'SIGTERM'));
      if (!isExpected) throw new Error(`A writer process ended with ${String(code ?? signal)}.`);
      if (this.stopping) return;
      this.child = this.start();
    }
  }

  private start(): ChildProcess {
    const child = spawn(process.execPath, [...FROM_SOURCE, PROGRAM, this.url, ...this.streams], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A line that the kill cut short says nothing.
      if (line.length === 37) this.tell(line.startsWith('!') ? '!' : '?', line.slice(1));
    });
    return child;
  }
}
