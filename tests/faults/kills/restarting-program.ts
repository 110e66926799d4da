import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];

/** A process that is started again whenever it is killed, until it is asked to stop. */
export class RestartingProgram {
  private child: ChildProcess;
  private stopping = false;
  private readonly kept: Promise<void>;

  constructor(
    /** The program from the repository's root on, and its arguments. */
    private readonly program: readonly string[],
    /** Gets each line of its standard output. */
    private readonly onLine: (line: string) => void = () => undefined,
  ) {
    this.child = this.start();
    this.kept = this.keep();
    // Whoever stops it sees the failure; meanwhile it must not end the harness.
    this.kept.catch(() => undefined);
  }

  /** kill -9; resolves when the next process is on its way. */
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
      if (!isExpected) throw new Error(`${this.program[0] ?? ''} ended with ${String(code ?? signal)}.`);
      if (this.stopping) return;
      this.child = this.start();
    }
  }

  private start(): ChildProcess {
    const child = spawn(process.execPath, [...FROM_SOURCE, ...this.program], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', this.onLine);
    return child;
  }
}
