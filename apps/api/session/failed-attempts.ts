const WINDOW_MS = 60_000;
const ALLOWED = 30;
const MOST_ADDRESSES = 10_000;

/** Failed sign-ins of one address within a minute, over all names: against trying one password on many accounts. */
export class FailedAttempts {
  readonly #byAddress = new Map<string, { since: number; count: number }>();

  constructor(private readonly now: () => number) {}

  /** Seconds to wait, 0 for none. */
  secondsToWait(address: string): number {
    const entry = this.#byAddress.get(address);
    const left = entry === undefined ? 0 : entry.since + WINDOW_MS - this.now();
    return left > 0 && (entry?.count ?? 0) >= ALLOWED ? Math.ceil(left / 1000) : 0;
  }

  note(address: string): void {
    const entry = this.#byAddress.get(address);
    if (entry && this.now() - entry.since < WINDOW_MS) {
      entry.count += 1;
      return;
    }
    if (this.#byAddress.size >= MOST_ADDRESSES) this.#byAddress.clear();
    this.#byAddress.set(address, { since: this.now(), count: 1 });
  }
}
