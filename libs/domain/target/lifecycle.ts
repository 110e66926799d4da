import { type TargetCommandType } from './commands.ts';
import { type TargetState } from './target.ts';

/** Which commands a state knows. Buttons, documentation and the decider read this one table. */
export const LIFECYCLE: Readonly<Record<TargetState, readonly TargetCommandType[]>> = {
  none: ['DraftTarget', 'ClassifyTarget'],
  draft: ['ReviseForm', 'PresentTarget', 'HandBackTarget', 'SubmitTarget', 'AbandonTarget', 'CopyTarget'],
  'in-review': [
    'GiveOpinion',
    'ProposeWording',
    'AcceptWording',
    'DeclineWording',
    'TransferReview',
    'AddSigner',
    'DelegateReview',
    'CopyTarget',
    'UrgeReview',
    'WithdrawTarget',
  ],
  returned: ['ReviseForm', 'PresentTarget', 'HandBackTarget', 'SubmitTarget', 'AbandonTarget', 'CopyTarget'],
  rejected: [],
  abandoned: [],
  classified: ['AbandonTarget'],
  approved: ['ReopenTarget', 'RefuseFunding', 'GrantTarget', 'CopyTarget'],
  'not-funded': [],
  granted: ['DiscloseTarget', 'WithholdDisclosure', 'SubmitSelfEvaluation', 'CopyTarget'],
  'self-evaluated': [
    'ConfirmEvaluation',
    'ReturnSelfEvaluation',
    'DiscloseTarget',
    'WithholdDisclosure',
    'CopyTarget',
  ],
  evaluated: ['DiscloseTarget', 'WithholdDisclosure'],
};

/** What each command may make of the state; a spec walks it and finds every state reachable. */
export const BECOMES: Readonly<Record<TargetCommandType, readonly TargetState[]>> = {
  DraftTarget: ['draft'],
  ClassifyTarget: ['classified'],
  ReviseForm: [],
  PresentTarget: [],
  HandBackTarget: [],
  SubmitTarget: ['in-review'],
  WithdrawTarget: ['draft'],
  AbandonTarget: ['abandoned'],
  GiveOpinion: ['in-review', 'returned', 'rejected', 'approved'],
  ProposeWording: [],
  AcceptWording: [],
  DeclineWording: [],
  TransferReview: [],
  AddSigner: [],
  DelegateReview: [],
  CopyTarget: [],
  UrgeReview: [],
  ReopenTarget: ['returned'],
  RefuseFunding: ['not-funded'],
  GrantTarget: ['granted'],
  DiscloseTarget: [],
  WithholdDisclosure: [],
  SubmitSelfEvaluation: ['self-evaluated'],
  ConfirmEvaluation: ['evaluated'],
  ReturnSelfEvaluation: ['granted'],
};

export const allows = (state: TargetState, command: TargetCommandType): boolean =>
  LIFECYCLE[state].includes(command);
