/** Who acted, as the law wants it on record: post and organisation as they were at that moment. */
export interface Actor {
  user: string;
  name: string;
  post: string;
  organisation: string;
  /** The person whose duty was done under a delegation (委托). */
  onBehalfOf?: { user: string; name: string };
}

/** Office and post as one says them: 绩效管理股股长 names the section already, 单位负责人 does not name the unit. */
export const seatOf = ({ organisation, post }: Pick<Actor, 'organisation' | 'post'>): string =>
  post.startsWith(organisation) ? post : `${organisation} ${post}`.trim();

/** An event with what the handler stamped on its envelope. Times are ISO 8601 with offset. */
export interface Recorded<E> {
  event: E;
  actor: Actor;
  time: string;
  revision: number;
}
