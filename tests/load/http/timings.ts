/** What a request of the API spent its time on, summed up since the last look. */
export interface Spent {
  requests: number;
  /** From the request's arrival to the end of its reply. */
  totalMs: number;
  /** Waiting for PostgreSQL: the stream, the keys of persons, the append. */
  loadMs: number;
  keysMs: number;
  appendMs: number;
  /** Of the whole process. */
  cpuMs: number;
}

export const NOTHING_SPENT: Readonly<Spent> = {
  requests: 0,
  totalMs: 0,
  loadMs: 0,
  keysMs: 0,
  appendMs: 0,
  cpuMs: 0,
};

/** Adds up how long calls take. */
export class Stopwatch {
  milliseconds = 0;

  /** The same function, with its time added here. */
  around<Args extends unknown[], Result>(
    call: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return async (...args) => {
      const began = performance.now();
      try {
        return await call(...args);
      } finally {
        this.milliseconds += performance.now() - began;
      }
    };
  }

  take(): number {
    const { milliseconds } = this;
    this.milliseconds = 0;
    return milliseconds;
  }
}
