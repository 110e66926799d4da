import { say } from '../output.ts';
import { forkChild } from './child.ts';
import type { Child, ChildProgram } from './child.ts';
import { aborted, pause } from './stop-signal.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Whoever lived this long did not die of its start. */
const HEALTHY_AFTER_MS = 5_000;

/** Keeps one program running until it is stopped: a crash is told in a sentence, and each new start waits longer. */
export class Supervisor {
  readonly #program: ChildProgram;
  readonly #stopping = new AbortController();
  #child: Child;
  #kept: Promise<void> = Promise.resolve();

  private constructor(program: ChildProgram) {
    this.#program = program;
    this.#child = forkChild(program);
  }

  /** The first start: where that fails so does this, with the reason, and nothing is left running. */
  static async start(program: ChildProgram, signal: AbortSignal): Promise<Supervisor> {
    const supervisor = new Supervisor(program);
    try {
      await Promise.race([supervisor.#child.ready, aborted(signal)]);
    } catch (error) {
      await supervisor.#child.stop();
      throw error;
    }
    supervisor.#kept = supervisor.#keep();
    return supervisor;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#child.stop();
    await this.#kept;
  }

  async #keep(): Promise<void> {
    const { name, logFile } = this.#program;
    const { signal } = this.#stopping;
    let delay = FIRST_WAIT_MS;
    for (;;) {
      const began = performance.now();
      await this.#child.ended;
      if (signal.aborted) return;
      if (performance.now() - began > HEALTHY_AFTER_MS) delay = FIRST_WAIT_MS;
      say(`${name} 意外结束，${delay / 1000} 秒后重新启动（详情见 ${logFile}）。`);
      if (!(await pause(delay, signal))) return;
      delay = Math.min(delay * 2, LONGEST_WAIT_MS);
      this.#again();
    }
  }

  #again(): void {
    const child = forkChild(this.#program);
    this.#child = child;
    child.ready.then(
      () => say(`${this.#program.name} 已恢复运行。`),
      async (error: unknown) => {
        if (!this.#stopping.signal.aborted) say(error instanceof Error ? error.message : String(error));
        await child.stop();
      },
    );
  }
}
