import { Readable } from 'node:stream';
import { type LiveEvent } from '#contracts';
import { type Position } from '#event-store';

/** What a reader may leave unread before it is dropped; it comes back with the last id that it saw. */
const MOST_UNREAD_BYTES = 64 * 1024;
const MOST_HELD = 200;

/** What to tell, and up to where in the feed the person then knows everything; `null` where that is not known. */
export interface Told {
  events: readonly LiveEvent[];
  upTo: Position | null;
}

/** One browser that listens: server-sent events over a stream that its reader must keep up with. */
export class LiveConnection {
  readonly stream = new Readable({ read: () => undefined });
  /** What happens while it is found out what was missed; afterwards `null`. */
  #held: Told[] | null = [];
  #upTo: Position | null = null;

  constructor(
    readonly user: string,
    /** Of the session that it belongs to. */
    readonly token: string,
  ) {}

  get isOpen(): boolean {
    return !this.stream.destroyed && !this.stream.readableEnded;
  }

  /** Tells first what was missed, then what was held back since. */
  open(missed: Told): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const told of [missed, ...held]) this.tell(told);
  }

  tell(told: Told): void {
    if (this.#held === null) {
      this.#upTo = told.upTo ?? this.#upTo;
      this.#write(textOf(told));
    } else if (this.#held.push(told) > MOST_HELD) this.stream.destroy();
  }

  /** Something to hear while nothing happens: proxies close what is silent. An id alone is no event, but is remembered. */
  beat(): void {
    if (this.#held !== null) return;
    this.#write(this.#upTo === null ? ': still here\n\n' : `: still here\nid: ${this.#upTo}\n\n`);
  }

  /** Says why where there is a reason; without one the browser comes back by itself. */
  end(why?: LiveEvent): void {
    if (!this.isOpen) return;
    if (why) this.#write(textOf({ events: [why], upTo: null }));
    this.stream.push(null);
  }

  #write(text: string): void {
    if (!this.isOpen || text === '') return;
    this.stream.push(text);
    if (this.stream.readableLength > MOST_UNREAD_BYTES) this.stream.destroy();
  }
}

/** The id stands at the last event only: whoever has the id has all of them. */
function textOf({ events, upTo }: Told): string {
  const texts = events.map((event) => `data: ${JSON.stringify(event)}\n`);
  const last = texts.pop();
  if (last === undefined) return '';
  return [...texts, upTo === null ? last : `${last}id: ${upTo}\n`].map((text) => `${text}\n`).join('');
}
