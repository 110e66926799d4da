import { type Actor } from '../recorded.ts';
import { type RefusalCode } from '../refusal.ts';
import { type Stage } from './chain.ts';
import { type NamedPerson, type TargetCommand, type TargetCommandType } from './commands.ts';
import { type Context } from './context.ts';
import { stageOf, type Delegation, type Target } from './target.ts';

/** On whose account somebody may sign at the current stage, or why not. */
export type Standing = { account: NamedPerson } | { refused: RefusalCode };

/**
 * Separation is by person: nobody reviews what they drafted, revised or submitted, nor signs two stages of a round;
 * a delegate has no more rights than the person they stand in for.
 */
export function standingOf(person: NamedPerson, stage: Stage, target: Target, context: Context): Standing {
  const own = apart(person.user, stage, target);
  if (own) return { refused: own };
  const accounts = [person, ...delegators(person.user, stage, target, context.day)];
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
export function hasDuty(
  user: string,
  stage: Stage,
  target: Target,
  context: Pick<Context, 'reviewers'>,
): boolean {
  const { signers, added, took, gaveAway } = target.progress;
  if (among(added, user) || among(took, user)) return true;
  if (gaveAway.includes(user)) return false;
  return among(stage.rule === 'all' ? signers : (context.reviewers[stage.id] ?? []), user);
}

const inForce = ({ delegations }: Target, stage: Stage, day: string): readonly Delegation[] =>
  delegations.filter((one) => one.stage === stage.id && one.since <= day && day <= one.until);

const delegators = (user: string, stage: Stage, target: Target, day: string): NamedPerson[] =>
  inForce(target, stage, day)
    .filter(({ to }) => to.user === user)
    .map(({ from }) => from);

/**
 * The actor as the envelope has to name them: with the person whose duty this command does under a delegation.
 * Whoever stores the events asks this with the same target and context that `decide` saw.
 */
export function actorOf(command: TargetCommand, target: Target, context: Context): Actor {
  const { actor } = context;
  const stage = stageOf(target);
  if (!stage || !DONE_FOR_OTHERS.has(command.type)) return actor;
  const standing = standingOf(actor, stage, target, context);
  if ('refused' in standing || standing.account.user === actor.user) return actor;
  const { user, name } = standing.account;
  return { ...actor, onBehalfOf: { user, name } };
}

const DONE_FOR_OTHERS: ReadonlySet<TargetCommandType> = new Set<TargetCommandType>([
  'GiveOpinion',
  'ProposeWording',
  'TransferReview',
  'AddSigner',
]);

/** 会签: who has to sign on entering the stage; whoever may not take part is left out. */
export function signersOf(stage: Stage, target: Target, context: Context): NamedPerson[] {
  if (stage.rule === 'any') return [];
  return (context.reviewers[stage.id] ?? []).filter(({ user }) => !apart(user, stage, target));
}

/**
 * Who could sign now and is still needed, their delegates included: whom a task, a reminder or 催办 goes to.
 * Empty = the stage's head has to name someone.
 */
export function awaited(
  stage: Stage,
  target: Target,
  context: Pick<Context, 'reviewers' | 'day'>,
): NamedPerson[] {
  const { signers, added, took, approved } = target.progress;
  const own = stage.rule === 'all' ? signers : (context.reviewers[stage.id] ?? []);
  const needed = hasOwnAgreement(stage, target) ? added : [...own, ...took, ...added];
  const turns = needed.filter(
    ({ user }) =>
      hasDuty(user, stage, target, context) && !apart(user, stage, target) && !approved.includes(user),
  );
  const standIns = inForce(target, stage, context.day).filter(({ from }) => among(turns, from.user));
  const people = [...turns, ...standIns.map(({ to }) => to)].filter(
    ({ user }) => !apart(user, stage, target),
  );
  return people.filter((person, index) => people.findIndex(({ user }) => user === person.user) === index);
}

/** 或签: one of the stage's own has agreed, and only those asked in addition are waited for. */
const hasOwnAgreement = (stage: Stage, { progress }: Target): boolean =>
  stage.rule === 'any' && progress.approved.some((user) => !among(progress.added, user));

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
