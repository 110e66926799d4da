import type { Seen } from '../tally.ts';

/** A store with a live subscriber, under 16 writers. */
export interface Candidate {
  /** Appends one event after what this writer last wrote there; resolves when it is acknowledged. */
  append: (writer: number, event: Seen) => Promise<unknown>;
  /** From the beginning of the log; `onSeen` is called for every event in the order of the feed. */
  subscribe: (onSeen: (event: Seen) => void) => Promise<{ stop: () => Promise<void> }>;
  /** Besides the writers: what else goes on in the database. Resolves to the ids it left in the log. */
  disturb?: () => { stop: () => Promise<string[]> };
  close: () => Promise<void>;
}

export const WRITERS = 16;
