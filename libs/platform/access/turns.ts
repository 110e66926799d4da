import { TooBusy } from './passwords.ts';

/** More than this many waiting under one name are sent away. */
const LONGEST_QUEUE = 64;

/** Lets what is done under one name happen one after the other, and under different names at once. */
export class Turns {
  readonly #queues = new Map<string, { length: number; last: Promise<unknown> }>();

  /** @throws TooBusy, and what `work` throws */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(name) ?? { length: 0, last: Promise.resolve() };
    if (queue.length >= LONGEST_QUEUE) throw new TooBusy();
    // Whatever became of the one before.
    const turn = queue.last.then(work, work);
    this.#queues.set(name, queue);
    queue.length += 1;
    queue.last = turn;
    try {
      return await turn;
    } finally {
      queue.length -= 1;
      if (queue.length === 0) this.#queues.delete(name);
    }
  }
}
