/** Who acted, as the law wants it on record: post and organisation as they were at that moment. */
export interface Actor {
  user: string;
  name: string;
  post: string;
  organisation: string;
  /** The person whose duty was done under a delegation (委托). */
  onBehalfOf?: { user: string; name: string };
}

/** An event with what the handler stamped on its envelope. Times are ISO 8601 with offset. */
export interface Recorded<E> {
  event: E;
  actor: Actor;
  time: string;
  revision: number;
}
