import { type TargetCommandType } from '#domain/target';

/** In the order of how likely they are; the first that is allowed is the one thing to do next. */
export const COMMON: readonly TargetCommandType[] = [
  'ReviseForm',
  'GiveOpinion',
  'SubmitTarget',
  'GrantTarget',
  'SubmitSelfEvaluation',
  'ConfirmEvaluation',
  'DiscloseTarget',
  'PresentTarget',
  'HandBackTarget',
];
export const RARE: readonly TargetCommandType[] = [
  'UrgeReview',
  'CopyTarget',
  'TransferReview',
  'AddSigner',
  'DelegateReview',
  'WithdrawTarget',
  'WithholdDisclosure',
  'ReopenTarget',
  'RefuseFunding',
  'AbandonTarget',
];
