const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/** Requests of one address within a minute; whoever is over it waits for the minute to end. */
export class RequestRate {
  readonly #byAddress = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly allowed: number,
    private readonly now: () => number,
  ) {}

  /** Counts a request; answers the seconds to wait, 0 for none. */
  secondsToWait(address: string): number {
    const now = this.now();
    const entry = this.#byAddress.get(address);
    if (entry === undefined || now - entry.since >= WINDOW_MS) {
      if (this.#byAddress.size >= MOST_ADDRESSES) this.#byAddress.clear();
      this.#byAddress.set(address, { since: now, count: 1 });
      return 0;
    }
    entry.count += 1;
    return entry.count > this.allowed ? Math.ceil((entry.since + WINDOW_MS - now) / 1000) : 0;
  }
}
