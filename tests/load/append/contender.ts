import type { NewEvent } from '#event-store';

/** A store under the bench: every client appends one event after the other to streams of its own. */
export interface Appender {
  name: string;
  /** The work of one client: appends one event, the expected revision stated; `n` is the client's number. */
  client: (n: number, nextEvent: () => NewEvent) => () => Promise<unknown>;
  close: () => Promise<void>;
}

/** Opens a store with an empty log for so many clients at a time. */
export type OpenAppender = (url: string, clients: number) => Promise<Appender | null>;

/** A target has a few dozen events: after so many a client begins its next stream. */
export const EVENTS_A_STREAM = 20;
