import { type RefusalCode } from '../refusal.ts';
import { type Stage } from './chain.ts';
import { type NamedPerson } from './commands.ts';
import { type Context } from './context.ts';
import { type Target } from './target.ts';

/** On whose account somebody may sign at the current stage, or why not. */
export type Standing = { account: NamedPerson } | { refused: RefusalCode };

/**
 * Separation is by person: nobody reviews what they drafted, revised or submitted, nor signs two stages of a round;
 * a delegate has no more rights than the person they stand in for.
 */
export function standingOf(person: NamedPerson, stage: Stage, target: Target, context: Context): Standing {
  const own = apart(person.user, stage, target);
  if (own) return { refused: own };
  const accounts = [person, ...delegators(person.user, target, context.day)];
  const duties = accounts.filter((account) => hasDuty(account.user, stage, target, context));
  const open = duties.filter((account) => !target.progress.approved.includes(account.user));
  const account = open.find(({ user }) => !apart(user, stage, target));
  if (account) return { account };
  const [blocked] = open;
  if (blocked) return { refused: apart(blocked.user, stage, target) ?? 'NotThisStagesTurn' };
  return { refused: duties.length > 0 ? 'AlreadySigned' : 'NotThisStagesTurn' };
}

/** Why this person may have no part in this stage, whatever their office. */
export function apart(user: string, stage: Stage, target: Target): RefusalCode | null {
  if (target.authors.includes(user)) return 'OwnWork';
  const elsewhere = Object.hasOwn(target.acted, user) && target.acted[user] !== stage.id;
  return elsewhere ? 'OneStageARound' : null;
}

const among = (people: readonly NamedPerson[], user: string): boolean =>
  people.some((one) => one.user === user);

/** Whether the stage is this person's by office, transfer or request (加签). */
export function hasDuty(user: string, stage: Stage, target: Target, context: Context): boolean {
  const { signers, added, took, gaveAway } = target.progress;
  if (among(added, user) || among(took, user)) return true;
  if (gaveAway.includes(user)) return false;
  return among(stage.rule === 'all' ? signers : (context.reviewers[stage.id] ?? []), user);
}

function delegators(user: string, target: Target, day: string): NamedPerson[] {
  return target.progress.delegations
    .filter(({ to, since, until }) => to.user === user && since <= day && day <= until)
    .map(({ from }) => from);
}

/** 会签: who has to sign on entering the stage; whoever may not take part is left out. */
export function signersOf(stage: Stage, target: Target, context: Context): NamedPerson[] {
  if (stage.rule === 'any') return [];
  return (context.reviewers[stage.id] ?? []).filter(({ user }) => !apart(user, stage, target));
}

/** Who could sign now and has not: whom a reminder or 催办 goes to. Empty = the stage's head has to name someone. */
export function awaited(stage: Stage, target: Target, context: Context): NamedPerson[] {
  const { signers, added, took, approved } = target.progress;
  const own = stage.rule === 'all' ? signers : (context.reviewers[stage.id] ?? []);
  const people = [...own, ...took, ...added].filter(
    ({ user }) =>
      hasDuty(user, stage, target, context) && !apart(user, stage, target) && !approved.includes(user),
  );
  return people.filter((person, index) => people.findIndex(({ user }) => user === person.user) === index);
}

/** Whether the stage is passed once `account` has agreed: 或签 one of its own, 会签 all of them; 加签 always all. */
export function completes(account: string, stage: Stage, target: Target): boolean {
  const { signers, added, took, gaveAway, approved } = target.progress;
  const agreed = new Set([...approved, account]);
  if (!added.every(({ user }) => agreed.has(user))) return false;
  const asked = new Set(added.map(({ user }) => user));
  if (stage.rule === 'any') return [...agreed].some((user) => !asked.has(user));
  const required = [...signers.filter(({ user }) => !gaveAway.includes(user)), ...took];
  return required.every(({ user }) => agreed.has(user));
}
