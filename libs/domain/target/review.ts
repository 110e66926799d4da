import { isDay } from '#form';
import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf } from '../refusal.ts';
import { UNIT, type Stage } from './chain.ts';
import { type NamedPerson, type ReviewCommand } from './commands.ts';
import { type Context } from './context.ts';
import { type ReviewEvent } from './events.ts';
import { giveOpinion } from './opinion.ts';
import { apart, awaited, hasDuty, standingOf } from './standing.ts';
import { evolveProgress } from './progress.ts';
import { NO_PROGRESS, stageOf, type Target } from './target.ts';
import { decideWording, evolveWording } from './wording.ts';

/** Everything that happens while the target lies with the reviewers. */
export function decideReview(command: ReviewCommand, target: Target, context: Context): ReviewEvent[] {
  switch (command.type) {
    case 'GiveOpinion':
      return giveOpinion(command, target, context);
    case 'ProposeWording':
    case 'AcceptWording':
    case 'DeclineWording':
      return [decideWording(command, target, context)];
    case 'TransferReview':
      return [transfer(command, target, context)];
    case 'AddSigner': {
      const stage = currentStage(target);
      holderOf(stage, target, context);
      refuseUnfit(command.signer, stage, target, context);
      const { user, name } = command.signer;
      const signs = hasDuty(user, stage, target, context) || target.progress.approved.includes(user);
      refuseIf(signs, 'AlreadySigner', { name });
      return [{ ...command, type: 'SignerAdded', stage: stage.id }];
    }
    case 'DelegateReview':
      return [delegate(command, target, context)];
    case 'CopyTarget':
      return [{ ...command, type: 'TargetCopied' }];
    case 'UrgeReview':
      return [urge(command.note, target, context)];
  }
}

const nameOf = ({ actor }: Context): NamedPerson => ({ user: actor.user, name: actor.name });

function currentStage(target: Target): Stage {
  const stage = stageOf(target);
  if (!stage) throw new Refusal('NotAllowedNow');
  return stage;
}

/** On whose account the actor has a part in this stage: their own, or whose delegate they are. */
function holderOf(stage: Stage, target: Target, context: Context): NamedPerson {
  const standing = standingOf(context.actor, stage, target, context);
  if ('refused' in standing) throw new Refusal(standing.refused, { stage: stage.name });
  const { user, name } = standing.account;
  return { user, name };
}

/** Who takes part must hold a reviewing office and be free of this target in this round. */
function refuseUnfit(person: NamedPerson, stage: Stage, target: Target, context: Context): void {
  refuseIf(!context.canReview.includes(person.user), 'NotEligible', { name: person.name });
  const reason = apart(person.user, stage, target);
  if (reason) throw new Refusal(reason, { name: person.name, stage: stage.name });
}

type Delegate = Extract<ReviewCommand, { type: 'DelegateReview' }>;

/** Only one's own duty: who stands in for somebody may not hand that on (as 《行政许可法》第二十四条 has it). */
function delegate(command: Delegate, target: Target, context: Context): ReviewEvent {
  const stage = currentStage(target);
  const from = holderOf(stage, target, context);
  refuseIf(from.user !== context.actor.user, 'NotYours');
  refuseUnfit(command.to, stage, target, context);
  refuseIf(command.to.user === from.user, 'AlreadySigner', { name: from.name });
  const { since, until } = command;
  const isPeriod = isDay(since) && isDay(until) && since <= until && until >= context.day;
  refuseIf(!isPeriod, 'PeriodInvalid', {}, [{ path: '/until' }]);
  return { ...command, type: 'ReviewDelegated', stage: stage.id, from };
}

type Transfer = Extract<ReviewCommand, { type: 'TransferReview' }>;

/** By whoever's turn it is; or by the stage's head, who also names somebody where nobody is eligible. */
function transfer(command: Transfer, target: Target, context: Context): ReviewEvent {
  const stage = currentStage(target);
  const { to, reason } = command;
  const from = handingOn(command, stage, target, context);
  refuseUnfit(to, stage, target, context);
  refuseIf(isTaken(from, to, stage, { target, context }), 'AlreadySigner', { name: to.name });
  return { type: 'ReviewTransferred', stage: stage.id, from, to, reason };
}

/** Whose turn is handed on: one's own, theirs whom one stands in for, or, by the head, anybody's that is still open. */
function handingOn(command: Transfer, stage: Stage, target: Target, context: Context): NamedPerson {
  const { actor } = context;
  const from = command.from ?? nameOf(context);
  const isHead = (context.stageHeads[stage.id] ?? []).includes(actor.user);
  if (isHead && from.user !== actor.user) {
    refuseIf(!hasDuty(from.user, stage, target, context), 'NotThisStagesTurn', { stage: stage.name });
    refuseIf(target.progress.approved.includes(from.user), 'AlreadySigned', { stage: stage.name });
    return from;
  }
  if (isHead && awaited(stage, target, context).length === 0) return from;
  const own = holderOf(stage, target, context);
  refuseIf(command.from !== undefined && own.user !== from.user, 'NotThisStagesTurn', { stage: stage.name });
  return own;
}

/** Nobody signs for two: only in 或签 may a colleague of the same stage take over, and never a turn of 加签. */
function isTaken(
  from: NamedPerson,
  to: NamedPerson,
  stage: Stage,
  { target, context }: { target: Target; context: Context },
): boolean {
  const { added, approved } = target.progress;
  const isAsked = ({ user }: NamedPerson): boolean => added.some((one) => one.user === user);
  if (from.user === to.user || isAsked(to) || approved.includes(to.user)) return true;
  return hasDuty(to.user, stage, target, context) && (stage.rule === 'all' || isAsked(from));
}

function urge(note: string, target: Target, context: Context): ReviewEvent {
  const stage = currentStage(target);
  const { actor, day, ruleSet } = context;
  const today = target.urged.filter((one) => one.by === actor.user && one.day === day);
  refuseIf(today.length >= ruleSet.urgesPerDay, 'UrgedToday', { limit: String(ruleSet.urgesPerDay) });
  const to = awaited(stage, target, context);
  refuseIf(to.length === 0, 'NobodyToUrge');
  return { type: 'ReviewUrged', stage: stage.id, to, note, day };
}

export function evolveReview(target: Target, recorded: Recorded<ReviewEvent>): Target {
  const { event } = recorded;
  switch (event.type) {
    case 'OpinionGiven':
    case 'ReviewTransferred':
    case 'SignerAdded':
    case 'ReviewDelegated':
    case 'ReviewUrged':
      return evolveProgress(target, { ...recorded, event });
    case 'WordingProposed':
    case 'WordingAccepted':
    case 'WordingDeclined':
      return evolveWording(target, { ...recorded, event });
    case 'StagePassed':
      return { ...target, stage: event.next, progress: { ...NO_PROGRESS, signers: event.signers } };
    case 'TargetCopied':
      return { ...target, copied: [...new Set([...target.copied, ...event.to.map(({ user }) => user)])] };
    case 'TargetReturned':
      return event.to === UNIT
        ? returnedToUnit(target, event.stage)
        : { ...target, stage: event.to, progress: { ...NO_PROGRESS, signers: event.signers } };
    case 'TargetRejected':
      return { ...target, state: 'rejected', stage: null, progress: NO_PROGRESS };
    case 'TargetApproved':
      return { ...target, state: 'approved', stage: null, progress: NO_PROGRESS };
  }
}

const returnedToUnit = (target: Target, stage: string): Target => ({
  ...target,
  state: 'returned',
  stage: null,
  returnedBy: stage,
  revised: false,
  progress: NO_PROGRESS,
});
