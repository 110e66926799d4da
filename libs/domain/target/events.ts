import { type Form } from '#form';
import { type Grade } from '../rule-set.ts';
import {
  type Annotation,
  type Decision,
  type FindingAnswer,
  type NamedPerson,
  type Office,
  type SheetAnswer,
} from './commands.ts';
import { type Stage } from './chain.ts';
import { type ScoreSheet } from './score-sheet.ts';

/** What a document said of unit, department or year where the register says otherwise. */
export interface Stated {
  unitName?: string;
  department?: string;
  fiscalYear?: string;
}

/** A finding that the unit answered on submission, as it read then. */
export interface AnsweredFinding extends FindingAnswer {
  message: string;
}

export type DraftingEvent =
  | {
      type: 'TargetDrafted';
      campaignId: string;
      unit: Office;
      department: Office;
      fiscalYear: number;
      form: Form;
      stated: Stated;
    }
  /** 涉密: code, unit and reason, and never a form. */
  | {
      type: 'TargetClassified';
      campaignId: string;
      unit: Office;
      department: Office;
      fiscalYear: number;
      code: string;
      reason: string;
    }
  | { type: 'FormRevised'; form: Form; stated: Stated }
  | { type: 'TargetPresented' }
  | { type: 'TargetHandedBack'; comment: string }
  | {
      type: 'TargetSubmitted';
      round: number;
      chain: readonly Stage[];
      /** Where review begins: the first stage, or the one that returned it, as the campaign says. */
      stage: string;
      /** 会签: who has to sign this stage, as the directory knew them then. */
      signers: readonly NamedPerson[];
      answers: readonly AnsweredFinding[];
    }
  | { type: 'TargetWithdrawn'; reason: string }
  | { type: 'TargetAbandoned'; reason: string };

export type ReviewEvent =
  | {
      type: 'OpinionGiven';
      stage: string;
      decision: Decision;
      comment: string;
      grade?: Grade;
      sheet?: readonly SheetAnswer[];
      annotations: readonly Annotation[];
    }
  | { type: 'StagePassed'; stage: string; next: string; signers: readonly NamedPerson[] }
  | {
      type: 'WordingProposed';
      wordingId: string;
      stage: string;
      path: string;
      from?: string;
      to: string;
      reason: string;
    }
  | { type: 'WordingAccepted'; wordingId: string; path: string; form: Form }
  | { type: 'WordingDeclined'; wordingId: string; path: string; reason: string }
  | { type: 'ReviewTransferred'; stage: string; from: NamedPerson; to: NamedPerson; reason: string }
  | { type: 'SignerAdded'; stage: string; signer: NamedPerson; reason: string }
  | {
      type: 'ReviewDelegated';
      stage: string;
      from: NamedPerson;
      to: NamedPerson;
      since: string;
      until: string;
      reason: string;
    }
  | { type: 'TargetCopied'; to: readonly NamedPerson[]; note: string }
  | {
      type: 'ReviewUrged';
      stage: string;
      to: readonly NamedPerson[];
      note: string;
      /** The day in the jurisdiction's time zone, which the limit a day is counted by. */
      day: string;
    }
  | {
      type: 'TargetReturned';
      stage: string;
      /** `unit`, or the id of the earlier stage that has to look again. */
      to: string;
      signers: readonly NamedPerson[];
    }
  | { type: 'TargetRejected'; stage: string }
  | { type: 'TargetApproved'; stage: string };

export type BudgetEvent =
  | { type: 'TargetReopened'; reason: string; ceiling: string }
  | { type: 'TargetNotFunded'; reason: string }
  | { type: 'TargetGranted'; documentNumber: string; date: string; amount: string; formRevision: number }
  | { type: 'TargetDisclosed'; date: string; url: string }
  | { type: 'DisclosureWithheld'; reason: string };

export type EvaluationEvent =
  | { type: 'SelfEvaluationSubmitted'; sheet: ScoreSheet }
  | { type: 'SelfEvaluationReturned'; comment: string }
  | { type: 'EvaluationConfirmed'; comment: string; sheet: ScoreSheet };

export type TargetEvent = DraftingEvent | ReviewEvent | BudgetEvent | EvaluationEvent;
export type TargetEventType = TargetEvent['type'];
