import { randomUUID } from 'node:crypto';
import { EVENTS_A_STREAM } from './contender.ts';

/** Where a client is: which stream, and the revision its next event gets. */
export class StreamCursor {
  stream = '';
  private next = EVENTS_A_STREAM;

  /** The revision of the event to be written now, counted from 0; begins another stream when this one is long enough. */
  advance(): number {
    if (this.next >= EVENTS_A_STREAM) {
      this.stream = `target-${randomUUID()}`;
      this.next = 0;
    }
    this.next += 1;
    return this.next - 1;
  }
}
