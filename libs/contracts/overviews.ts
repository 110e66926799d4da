import { type Grade } from '#domain';
import { type Office, type TargetState } from '#domain/target';
import { type FormKind } from '#form';
import { type TargetItem } from './items.ts';
import { type StageView } from './outline.ts';
import { type Page } from './replies.ts';

export interface StateCount {
  state: TargetState;
  /** The state in Chinese. */
  label: string;
  count: number;
  /** 万元. */
  amount: string;
}

export interface Punctuality {
  submitted: number;
  onTime: number;
  late: number;
  /** onTime / (onTime + late), two places; absent while nothing was due. */
  rate?: string;
}

/** What lies at one stage of review. */
export interface StageCount {
  kind: FormKind;
  stage: StageView;
  count: number;
  /** 万元. */
  amount: string;
  /** Since when the oldest waits there. */
  since?: string;
}

export interface DepartmentProgress extends Punctuality {
  department: Office;
  targets: number;
  amount: string;
  /** Lying with the unit for revision now, and how often anything was returned at all. */
  returned: number;
  returns: number;
  /** Lying with reviewers now, the oldest since when. */
  waiting: { count: number; since?: string };
}

export interface CampaignProgress {
  campaign: { id: string; name: string; fiscalYear: number; state: string };
  states: StateCount[];
  stages: StageCount[];
  departments: DepartmentProgress[];
}

export interface UnitOverview extends Punctuality {
  unit: Office;
  targets: number;
  /** 万元. */
  amount: string;
  returns: number;
}

/** A department's targets in figures; amounts in 万元, points of 100. */
export interface DepartmentOverview {
  department: Office;
  targets: number;
  amount: string;
  states: StateCount[];
  submission: Punctuality;
  /** 退回修改: how often in all, and on average a submitted target. */
  returns: { total: number; average?: string };
  findingsAnswered: number;
  /** Grades that reviews gave, and that evaluation gave. */
  reviewGrades: Record<Grade, number>;
  evaluation: { count: number; average?: string; grades: Record<Grade, number> };
  units: UnitOverview[];
}

/** A target that may not be budgeted, and why, in a sentence. */
export interface BlockedItem {
  target: TargetItem;
  reason: string;
}

export interface Share {
  count: number;
  /** 万元. */
  amount: string;
}

/** 没有审核通过的目标，不得安排预算: the targets that this stops, with what it lets pass as figures. */
export interface BudgetGate extends Page<BlockedItem> {
  passed: Share;
  blocked: Share;
}
