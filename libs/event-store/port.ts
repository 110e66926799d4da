/** A place in the feed of all events. Opaque: only the store that gave it may compare it. */
export type Position = string;

/** What the writer believes the stream's last revision to be; `none` = the stream does not exist yet. */
export type ExpectedRevision = number | 'none' | 'any';

/** An event as it is handed to a store: `body` is the canonical (RFC 8785) text that `seal` covers. */
export interface NewEvent {
  /** UUID; the same id with the same expectation is the same append, however often it is sent. */
  id: string;
  type: string;
  body: string;
  /** SHA-256 of `body` in lower-case hexadecimal. */
  seal: string;
}

/** An event as a store gives it back. Revisions count from 0 within the stream. */
export interface StoredEvent extends NewEvent {
  stream: string;
  revision: number;
  position: Position;
}

/** Streams by prefix and events by type; both must match where both are given. */
export interface Filter {
  streamPrefixes?: readonly string[];
  types?: readonly string[];
}

export interface Appended {
  revision: number;
  position: Position;
  /**
   * Was it there already? A repeat may have found other bytes under the same ids, as those of another moment.
   * Absent where the store cannot tell.
   */
  isRepeat?: boolean;
}

/** A whole stream for folding: the bodies as one JSON array text, parsed once by the caller. */
export interface StreamText {
  text: string;
  /** The last event, `null` where the stream does not exist. */
  head: { revision: number; id: string; seal: string; position: Position } | null;
}

export interface Subscription {
  /** Resolves when the subscription has ended by `stop`; rejects when the handler or the store failed for good. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Gets events in feed order, never the same batch twice at once; the next batch waits for the promise.
 * `checkpoint` covers the batch and whatever the filter passed over before its end (the batch may be empty).
 */
export type BatchHandler = (events: readonly StoredEvent[], checkpoint: Position) => Promise<void>;

export interface EventStore {
  /**
   * All or nothing, in one round trip. A repeat of the same ids with the same expectation answers the first result.
   * @throws WrongExpectedRevision (stream, expected, actual); InvalidAppend for no events, an id that is no UUID, or more than 1,000,000 bytes
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** `[]` for a missing stream. `from` defaults to the first (forwards) or last (backwards) revision, `limit` to all. */
  readStream(
    stream: string,
    options?: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number },
  ): Promise<StoredEvent[]>;
  loadStream(stream: string): Promise<StreamText>;
  /** Events after (`forwards`) or before (`backwards`) `from`, exclusive; at most `limit` (default 1,000); `next` is where to go on. */
  readAll(options?: {
    from?: Position;
    direction?: 'forwards' | 'backwards';
    limit?: number;
    filter?: Filter;
  }): Promise<{ events: StoredEvent[]; next: Position | null }>;
  /**
   * From after `from` (from the beginning without it), first what is there, then what comes; nothing missed, doubled or
   * out of order. `gatherMs` (default 0) lets news gather so long once the end was reached, and saves reads.
   */
  subscribe(
    options: { from?: Position; filter?: Filter; batchSize?: number; gatherMs?: number },
    handler: BatchHandler,
  ): Subscription;
  /** The feed's end at this moment, `null` for an empty store. */
  head(): Promise<Position | null>;
  /** Negative, zero or positive, as for sorting. */
  compare(a: Position, b: Position): number;
  close(): Promise<void>;
}
