import { type Office, type TargetState } from '#domain/target';
import { type FormKind } from '#form';

/** `index` counts from 1. */
export interface StageView {
  id: string;
  name: string;
  index: number;
  of: number;
}

/** Which target it is and where it lies: what a list and the target itself both say. */
export interface TargetOutline {
  id: string;
  revision: number;
  state: TargetState;
  stage: StageView | null;
  /** Submissions so far. */
  round: number;
  /** 1 = 一上, 2 = 二上. */
  budgetRound: number;
  kind: FormKind;
  campaignId: string;
  fiscalYear: number;
  unit: Office;
  department: Office;
  /** The unit's head has it. */
  presented: boolean;
}
