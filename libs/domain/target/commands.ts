import { type Form, type FormKind } from '#form';
import { type Grade } from '../rule-set.ts';

/** A decided opinion's direction: 同意, 退回修改, 审核不通过. */
export type Decision = 'approve' | 'return' | 'reject';

export interface SheetAnswer {
  criterion: string;
  question: string;
  /** Decimal text, 0 to the question's points. */
  points: string;
  comment: string;
}
/** A remark anchored to a field of the form by its path. */
export interface Annotation {
  path: string;
  comment: string;
}
export interface FindingAnswer {
  code: string;
  path: string;
  answer: string;
}
/** What the unit reached: `points` where a person scores (or overrides) the rule. */
export interface Actual {
  indicatorId: string;
  actual: string;
  points?: string;
  reason?: string;
  evidence?: readonly string[];
}
export interface PointsCorrection {
  indicatorId: string;
  points: string;
  reason: string;
}
/** A person as commands and events name one. */
export interface NamedPerson {
  user: string;
  name: string;
}
export interface Office {
  code: string;
  name: string;
}

export type DraftingCommand =
  | {
      type: 'DraftTarget';
      campaignId: string;
      unit: Office;
      department: Office;
      fiscalYear: number;
      form: Form;
    }
  /** 涉密: registered by its code alone, the form is filed offline (线下报送). */
  | {
      type: 'ClassifyTarget';
      campaignId: string;
      unit: Office;
      department: Office;
      fiscalYear: number;
      code: string;
      reason: string;
    }
  | { type: 'ReviseForm'; form: Form }
  | { type: 'PresentTarget' }
  | { type: 'HandBackTarget'; comment: string }
  | { type: 'SubmitTarget'; answers: readonly FindingAnswer[] }
  | { type: 'WithdrawTarget'; reason: string }
  | { type: 'AbandonTarget'; reason: string };

export type ReviewCommand =
  | {
      type: 'GiveOpinion';
      decision: Decision;
      comment: string;
      grade?: Grade;
      sheet?: readonly SheetAnswer[];
      annotations: readonly Annotation[];
      /** With `return`: `unit` (the default) or the id of an earlier stage. */
      returnTo?: string;
      /** One of many at once: nobody has read this one form, so what screening calls an error stops it. */
      inBatch?: true;
    }
  | { type: 'ProposeWording'; path: string; to: string; reason: string }
  | { type: 'AcceptWording'; wordingId: string }
  | { type: 'DeclineWording'; wordingId: string; reason: string }
  | { type: 'TransferReview'; to: NamedPerson; from?: NamedPerson; reason: string }
  | { type: 'AddSigner'; signer: NamedPerson; reason: string }
  | { type: 'DelegateReview'; to: NamedPerson; since: string; until: string; reason: string }
  | { type: 'CopyTarget'; to: readonly NamedPerson[]; note: string }
  | { type: 'UrgeReview'; note: string };

export type BudgetCommand =
  | { type: 'ReopenTarget'; reason: string; ceiling: string }
  | { type: 'RefuseFunding'; reason: string }
  /** Without an amount, what the form asks for. */
  | { type: 'GrantTarget'; documentNumber: string; date: string; amount?: string }
  | { type: 'DiscloseTarget'; date: string; url: string }
  | { type: 'WithholdDisclosure'; reason: string };

export type EvaluationCommand =
  | { type: 'SubmitSelfEvaluation'; paid: string; budget: string; actuals: readonly Actual[] }
  | { type: 'ConfirmEvaluation'; comment: string; points: readonly PointsCorrection[] }
  | { type: 'ReturnSelfEvaluation'; comment: string };

export type TargetCommand = DraftingCommand | ReviewCommand | BudgetCommand | EvaluationCommand;
export type TargetCommandType = TargetCommand['type'];
export type { FormKind };
