import { type TargetCommandType } from './commands.ts';
import { type Context } from './context.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { standingOf } from './standing.ts';
import { stageOf, type Target } from './target.ts';

type Question = (target: Target, context: Context) => boolean;

const withTheUnit: Question = ({ presented }) => !presented;
const withTheHead: Question = ({ presented }) => presented;
const isTheirTurn: Question = (target, context) => {
  const stage = stageOf(target);
  return stage !== null && 'account' in standingOf(context.actor, stage, target, context);
};
const namesReviewers: Question = (target, context) =>
  isTheirTurn(target, context) || (context.stageHeads[target.stage ?? ''] ?? []).includes(context.actor.user);
const hasOpenWording: Question = ({ wordings }) => wordings.some(({ answer }) => answer === 'open');
const isNotTheirOwn: Question = ({ authors }, { actor }) => !authors.includes(actor.user);
const maySubmit: Question = ({ state, presented, revised, returnedBy }) =>
  state === 'draft' ? presented : revised || returnedBy === null;
const isUnpublished: Question = ({ disclosure }) => disclosure === null || 'withheld' in disclosure;

/** What else, beside state and office, has to be so; commands without an entry need nothing more. */
const QUESTIONS: Partial<Record<TargetCommandType, Question>> = {
  ReviseForm: withTheUnit,
  PresentTarget: withTheUnit,
  HandBackTarget: withTheHead,
  SubmitTarget: maySubmit,
  WithdrawTarget: ({ reviewBegun }) => !reviewBegun,
  GiveOpinion: isTheirTurn,
  ProposeWording: isTheirTurn,
  AddSigner: isTheirTurn,
  DelegateReview: isTheirTurn,
  TransferReview: namesReviewers,
  AcceptWording: hasOpenWording,
  DeclineWording: hasOpenWording,
  DiscloseTarget: isUnpublished,
  WithholdDisclosure: isUnpublished,
  ConfirmEvaluation: isNotTheirOwn,
  ReturnSelfEvaluation: isNotTheirOwn,
};

/** The commands that state and history leave open to this person now; their office is asked beside (`mayCommand`). */
export const openCommands = (target: Target, context: Context): TargetCommandType[] =>
  LIFECYCLE[target.state].filter((command) => QUESTIONS[command]?.(target, context) ?? true);
