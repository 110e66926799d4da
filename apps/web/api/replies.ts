import { type Grade } from '#domain';
import { type Disclosure, type Office, type TargetState } from '#domain/target';
import { type FormKind } from '#form';
import { type StageView } from '#contracts';

/** A target in a list. Amounts in 万元, times ISO 8601 with offset; what has not happened is absent. */
export interface TargetItem {
  id: string;
  revision: number;
  state: TargetState;
  stage: StageView | null;
  round: number;
  budgetRound: number;
  kind: FormKind;
  campaignId: string;
  fiscalYear: number;
  unit: Office;
  department: Office;
  name?: string;
  amount?: string;
  presented: boolean;
  draftedAt: string;
  updatedAt: string;
  since: string;
  submittedAt?: string;
  returns: number;
  reviewGrade?: Grade;
  grant?: { documentNumber: string; date: string; amount: string };
  disclosure?: Disclosure;
  evaluation?: { total: string; grade: Grade };
}

export const BOXES = ['todo', 'done', 'mine', 'copied'] as const;
export type Box = (typeof BOXES)[number];

/** What somebody has to do about a target, as `GET /api/tasks` names it. */
export const DUTIES = [
  'fill',
  'revise',
  'submit',
  'answer-wording',
  'review',
  'name-reviewer',
  'grant',
  'disclose',
  'self-evaluate',
  'verify',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Something for a person; `due` is the last day (YYYY-MM-DD). `duty` is null outside 待办. */
export interface TaskItem {
  target: TargetItem;
  duty: Duty | null;
  label: string;
  since: string;
  due?: string;
  overdue: boolean;
}

/** An indicator with how it was used elsewhere; values are decimal text. */
export interface IndicatorItem {
  name: string;
  level1?: string;
  level2?: string;
  unit?: string;
  uses: number;
  units: number;
  years: number[];
  spread?: { numbers: number; least: string; median: string; greatest: string };
  values: string[];
  /** 评（扣）分标准 most often written for it. */
  scoringRule?: string;
}

/** One step of a target's life, as `GET /api/targets/:id/history` tells it. */
export interface HistoryItem {
  revision: number;
  id: string;
  type: string;
  label: string;
  time: string;
  actor: { user: string; name: string; post: string; organisation: string; onBehalfOf?: { name: string } };
  comment?: string;
  changes: readonly {
    path: string;
    kind: 'added' | 'removed' | 'changed' | 'moved';
    from?: unknown;
    to?: unknown;
  }[];
  data: Readonly<Record<string, unknown>>;
  seal: string;
}
