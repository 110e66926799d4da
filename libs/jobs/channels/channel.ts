import type { ChannelName } from '#contracts';

/** What goes out: one message, or those of a day together. */
export interface Outgoing {
  /** UUID, the same at every attempt: whoever gets it twice can tell. */
  id: string;
  /** Where mail goes; robots have a place of their own. */
  address: string;
  /** The recipient's name, for a group that reads along. */
  name: string;
  title: string;
  lines: readonly { title: string; body: string; link: string }[];
}

/** A way out of the house. */
export interface Channel {
  readonly name: ChannelName;
  /** Resolves when the provider has taken it. @throws Error with a sentence that holds no address or secret */
  send(outgoing: Outgoing): Promise<void>;
  close(): Promise<void>;
}

/** An answer that does not come within this time is none; shorter than what a worker holds a delivery for. */
export const ANSWER_WITHIN_MS = 15_000;
