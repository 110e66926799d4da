import { refuseIf } from '../refusal.ts';
import { type Recorded } from '../recorded.ts';
import { decideBudget, evolveBudget } from './budget.ts';
import { type TargetCommand } from './commands.ts';
import { type Context } from './context.ts';
import { decideDrafting, evolveDrafting } from './drafting.ts';
import { decideEvaluation, evolveEvaluation } from './evaluation.ts';
import { type TargetEvent } from './events.ts';
import { allows } from './lifecycle.ts';
import { decideReview, evolveReview } from './review.ts';
import { type Target } from './target.ts';

/**
 * What may happen: the rules and nothing else.
 * @throws Refusal with the rule that the command breaks
 */
export function decide(command: TargetCommand, target: Target, context: Context): TargetEvent[] {
  refuseIf(!allows(target.state, command.type), 'NotAllowedNow', {
    state: target.state,
    command: command.type,
  });
  switch (command.type) {
    case 'DraftTarget':
    case 'ClassifyTarget':
    case 'ReviseForm':
    case 'PresentTarget':
    case 'HandBackTarget':
    case 'SubmitTarget':
    case 'WithdrawTarget':
    case 'AbandonTarget':
      return decideDrafting(command, target, context);
    case 'GiveOpinion':
    case 'ProposeWording':
    case 'AcceptWording':
    case 'DeclineWording':
    case 'TransferReview':
    case 'AddSigner':
    case 'DelegateReview':
    case 'CopyTarget':
    case 'UrgeReview':
      return decideReview(command, target, context);
    case 'ReopenTarget':
    case 'RefuseFunding':
    case 'GrantTarget':
    case 'DiscloseTarget':
    case 'WithholdDisclosure':
      return decideBudget(command, target, context);
    case 'SubmitSelfEvaluation':
    case 'ConfirmEvaluation':
    case 'ReturnSelfEvaluation':
      return decideEvaluation(command, target, context);
  }
}

/** What each fact means for the state. Never refuses: history has already happened. */
export function evolve(target: Target, recorded: Recorded<TargetEvent>): Target {
  const { event } = recorded;
  switch (event.type) {
    case 'TargetDrafted':
    case 'TargetClassified':
    case 'FormRevised':
    case 'TargetPresented':
    case 'TargetHandedBack':
    case 'TargetSubmitted':
    case 'TargetWithdrawn':
    case 'TargetAbandoned':
      return evolveDrafting(target, { ...recorded, event });
    case 'OpinionGiven':
    case 'StagePassed':
    case 'WordingProposed':
    case 'WordingAccepted':
    case 'WordingDeclined':
    case 'ReviewTransferred':
    case 'SignerAdded':
    case 'ReviewDelegated':
    case 'TargetCopied':
    case 'ReviewUrged':
    case 'TargetReturned':
    case 'TargetRejected':
    case 'TargetApproved':
      return evolveReview(target, { ...recorded, event });
    case 'TargetReopened':
    case 'TargetNotFunded':
    case 'TargetGranted':
    case 'TargetDisclosed':
    case 'DisclosureWithheld':
      return evolveBudget(target, { ...recorded, event });
    case 'SelfEvaluationSubmitted':
    case 'SelfEvaluationReturned':
    case 'EvaluationConfirmed':
      return evolveEvaluation(target, { ...recorded, event });
  }
  return unknownEvent(event);
}

/** @throws Error for an event that this version does not know: skipping it would be a wrong state, silently */
function unknownEvent(event: never): never {
  throw new Error(`unknown event of a target: ${JSON.stringify(event)}`);
}
