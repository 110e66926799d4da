/** What may go wrong between a client and this server; set by a spec, used up by the calls that it befalls. */
export class Faults {
  /** The connection breaks during the next append, before or after it was written: the client cannot tell which. */
  dropNextAppend: 'before' | 'after' | null = null;
  /** How many records before the asked position a subscription begins: what was delivered comes again. */
  resentOnSubscribe = 0;
  /** Every call made so far by name. */
  readonly calls: string[] = [];
  private frozen: (() => void)[] | null = null;
  private readonly subscriptions = new Set<() => void>();

  /** Like SIGSTOP: connected, and silent. */
  freeze(): void {
    this.frozen ??= [];
  }

  thaw(): void {
    const waiting = this.frozen ?? [];
    this.frozen = null;
    for (const work of waiting) work();
  }

  /** Does the work now, or when the server is no longer frozen. */
  whenAwake(work: () => void): void {
    if (this.frozen === null) work();
    else this.frozen.push(work);
  }

  takeDrop(): 'before' | 'after' | null {
    const drop = this.dropNextAppend;
    this.dropNextAppend = null;
    return drop;
  }

  /** Breaks every subscription that is open. */
  dropSubscriptions(): void {
    for (const drop of [...this.subscriptions]) drop();
  }

  onDrop(drop: () => void): () => void {
    this.subscriptions.add(drop);
    return () => this.subscriptions.delete(drop);
  }
}
