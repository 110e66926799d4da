/** Waiting that can be cut short: by the end of everything, or by a nudge to whoever waits for one. */
export class Pause {
  isOver = false;
  private readonly waiting = new Set<() => void>();

  /** After so many milliseconds, or at the end. */
  async wait(milliseconds: number): Promise<void> {
    if (this.isOver) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.waiting.add(done);
    });
  }

  /** At the next nudge, or at the end. */
  async nudged(): Promise<void> {
    if (this.isOver) return;
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  nudge(): void {
    const resolves = [...this.waiting];
    this.waiting.clear();
    for (const resolve of resolves) resolve();
  }

  end(): void {
    this.isOver = true;
    this.nudge();
  }
}
