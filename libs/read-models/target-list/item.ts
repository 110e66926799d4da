import { type TargetItem } from '#contracts';
import { type FormKind } from '#form';
import { type Grade } from '#domain';
import { type Disclosure, type Grant, type TargetState } from '#domain/target';

/** The columns that `itemOf` reads, of the row that the query calls `t`. */
export const ITEM_COLUMNS = `t.id, t.revision, t.state, t.stage, t.stage_name, t.stage_index, t.stage_count, t.round,
  t.budget_round, t.kind, t.campaign, t.year, t.unit, t.unit_name, t.department, t.department_name, t.name,
  trim_scale(t.amount)::text as amount, t.presented, t.drafted_at, t.updated_at, t.since, t.submitted_at, t.returns,
  t.review_grade, t.granted, t.disclosure, t.points::text as points, t.grade`;

export interface ItemRow {
  id: string;
  revision: number;
  state: TargetState;
  stage: string | null;
  stage_name: string;
  stage_index: number;
  stage_count: number;
  round: number;
  budget_round: number;
  kind: FormKind;
  campaign: string;
  year: number;
  unit: string;
  unit_name: string;
  department: string;
  department_name: string;
  name: string | null;
  amount: string | null;
  presented: boolean;
  drafted_at: string;
  updated_at: string;
  since: string;
  submitted_at: string | null;
  returns: number;
  review_grade: Grade | null;
  granted: Grant | null;
  disclosure: Disclosure | null;
  points: string | null;
  grade: Grade | null;
}

export function itemOf(row: ItemRow): TargetItem {
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    stage: stageOf(row),
    round: row.round,
    budgetRound: row.budget_round,
    kind: row.kind,
    campaignId: row.campaign,
    fiscalYear: row.year,
    unit: { code: row.unit, name: row.unit_name },
    department: { code: row.department, name: row.department_name },
    presented: row.presented,
    draftedAt: row.drafted_at,
    updatedAt: row.updated_at,
    since: row.since,
    returns: row.returns,
    ...given('name', row.name),
    ...given('amount', row.amount),
    ...given('submittedAt', row.submitted_at),
    ...given('reviewGrade', row.review_grade),
    ...given('grant', grantOf(row)),
    ...given('disclosure', row.disclosure),
    ...given('evaluation', evaluationOf(row)),
  };
}

const given = <K extends string, T>(key: K, value: T | null): Partial<Record<K, NonNullable<T>>> =>
  value === null ? {} : ({ [key]: value } as Record<K, NonNullable<T>>);

const stageOf = ({ stage, stage_name, stage_index, stage_count }: ItemRow): TargetItem['stage'] =>
  stage === null ? null : { id: stage, name: stage_name, index: stage_index + 1, of: stage_count };

function grantOf({ granted }: ItemRow): TargetItem['grant'] | null {
  if (granted === null) return null;
  const { documentNumber, date, amount } = granted;
  return { documentNumber, date, amount };
}

const evaluationOf = ({ points, grade }: ItemRow): TargetItem['evaluation'] | null =>
  points === null || grade === null ? null : { total: points, grade };
