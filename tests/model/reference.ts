import { type RefusalCode } from '#domain';
import { type Context, type Stage } from '#domain/target';

/** A turn to sign at the current stage; `asked` = in addition (加签). */
export interface Seat {
  holder: string;
  asked: boolean;
}
export interface Proposal {
  path: string;
  from: string | undefined;
  to: string;
  answer: 'open' | 'accepted' | 'declined';
}

/** The plainest picture of a target that the rules can be told with: a state, some sets of people, a few words. */
export interface Reference {
  state: string;
  withHead: boolean;
  words: Record<string, string | undefined>;
  amount: number;
  mustRevise: boolean;
  inRevision: boolean;
  submissions: number;
  ceiling: number | null;
  chain: readonly Stage[];
  at: number;
  returnedBy: string | null;
  fullProcedure: boolean;
  authors: Set<string>;
  spoke: Map<string, string>;
  begun: boolean;
  seats: Seat[];
  gone: Set<string>;
  signed: Set<string>;
  standIns: { stage: string; from: string; to: string; since: string; until: string }[];
  proposals: Proposal[];
  urges: Set<string>;
  published: boolean;
  points: number[];
}

export const unborn = (): Reference => ({
  state: 'none',
  withHead: false,
  words: {},
  amount: 0,
  mustRevise: false,
  inRevision: false,
  submissions: 0,
  ceiling: null,
  chain: [],
  at: -1,
  returnedBy: null,
  fullProcedure: false,
  authors: new Set(),
  spoke: new Map(),
  begun: false,
  seats: [],
  gone: new Set(),
  signed: new Set(),
  standIns: [],
  proposals: [],
  urges: new Set(),
  published: false,
  points: [],
});

export type Reasons = Set<RefusalCode>;
export const checked = (...checks: (readonly [boolean, RefusalCode])[]): Reasons =>
  new Set(checks.filter(([broken]) => broken).map(([, code]) => code));
export const join = (...sets: (Reasons | string)[]): Reasons =>
  new Set(sets.flatMap((set) => (typeof set === 'string' ? [] : [...set])));

export const stageAt = (ref: Reference): Stage => ref.chain[ref.at]!;

/** Why somebody may have no part in this stage; empty = they may. */
export function barred(user: string, ref: Reference, stage = stageAt(ref).id): Reasons {
  const reasons: Reasons = new Set();
  if (ref.authors.has(user)) reasons.add('OwnWork');
  const place = ref.spoke.get(user);
  if (place !== undefined && place !== stage) reasons.add('OneStageARound');
  return reasons;
}

export const asks = (ref: Reference, user: string): boolean =>
  ref.seats.some((seat) => seat.asked && seat.holder === user);

export function holders(ref: Reference, context: Context): Set<string> {
  const stage = stageAt(ref);
  const office = stage.rule === 'any' ? (context.reviewers[stage.id] ?? []) : [];
  return new Set([
    ...office.map(({ user }) => user).filter((user) => !ref.gone.has(user)),
    ...ref.seats.map(({ holder }) => holder),
  ]);
}

const standsInFor = (user: string, ref: Reference, day: string): string[] =>
  ref.standIns
    .filter((one) => one.to === user && one.stage === stageAt(ref).id && one.since <= day && day <= one.until)
    .map(({ from }) => from);

/** On whose account the user could sign now, or every reason why not. */
export function permission(user: string, ref: Reference, context: Context): string | Reasons {
  const own = barred(user, ref);
  if (own.size > 0) return own;
  const turns = holders(ref, context);
  const accounts = [user, ...standsInFor(user, ref, context.day)].filter((account) => turns.has(account));
  const free = accounts.find((account) => !ref.signed.has(account) && barred(account, ref).size === 0);
  if (free !== undefined) return free;
  const reasons: Reasons = new Set();
  for (const account of accounts) {
    if (ref.signed.has(account)) reasons.add('AlreadySigned');
    else for (const reason of barred(account, ref)) reasons.add(reason);
  }
  return accounts.length === 0 ? new Set<RefusalCode>(['NotThisStagesTurn']) : reasons;
}

/** Who is waited for: open turns of people who may take them, and whoever stands in for those. */
export function waitedFor(ref: Reference, context: Context): Set<string> {
  const stage = stageAt(ref);
  const enough = stage.rule === 'any' && [...ref.signed].some((user) => !asks(ref, user));
  const turns = [...holders(ref, context)].filter(
    (user) => (!enough || asks(ref, user)) && barred(user, ref).size === 0 && !ref.signed.has(user),
  );
  const { day } = context;
  const standIns = ref.standIns.filter(
    (one) => one.stage === stage.id && one.since <= day && day <= one.until && turns.includes(one.from),
  );
  const people = [...turns, ...standIns.map(({ to }) => to)];
  return new Set(people.filter((user) => barred(user, ref).size === 0));
}

/** Whether one more signature on this account carries the stage. */
export function carries(account: string, ref: Reference): boolean {
  const signed = new Set([...ref.signed, account]);
  if (ref.seats.some((seat) => seat.asked && !signed.has(seat.holder))) return false;
  if (stageAt(ref).rule === 'any') return [...signed].some((user) => !asks(ref, user));
  return ref.seats.every(({ holder }) => signed.has(holder));
}
