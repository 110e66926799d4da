import { type Grade } from '#domain';
import { type Office, type TargetState } from '#domain/target';
import { type FormKind } from '#form';
import { type Page, type StageView } from '#contracts';
import { afterOwnChange, answer, api } from './client.ts';
import { type IndicatorItem, type TargetItem } from './replies.ts';

/** Amounts are decimal text in 万元 throughout. */
export interface StateCount {
  state: TargetState;
  label: string;
  count: number;
  amount: string;
}

/** What lies at one stage of review; `since` is when the oldest came there. */
export interface StageCount {
  kind: FormKind;
  stage: StageView;
  count: number;
  amount: string;
  since?: string;
}

/** First submissions against their deadline; `rate` is onTime / (onTime + late), absent while nothing was due. */
export interface Punctuality {
  submitted: number;
  onTime: number;
  late: number;
  rate?: string;
}

export interface DepartmentProgress extends Punctuality {
  department: Office;
  targets: number;
  amount: string;
  /** With the unit for revision now, and how often anything was returned at all. */
  returned: number;
  returns: number;
  waiting: { count: number; since?: string };
}

/** `GET /api/campaigns/:id/progress`. */
export interface CampaignProgress {
  campaign: { id: string; name: string; fiscalYear: number; state: string };
  states: StateCount[];
  stages: StageCount[];
  departments: DepartmentProgress[];
}

export interface UnitOverview extends Punctuality {
  unit: Office;
  targets: number;
  amount: string;
  returns: number;
}

/** `GET /api/departments/:code/overview`. */
export interface DepartmentOverview {
  department: Office;
  targets: number;
  amount: string;
  states: StateCount[];
  submission: Punctuality;
  returns: { total: number; average?: string };
  findingsAnswered: number;
  reviewGrades: Record<Grade, number>;
  evaluation: { count: number; average?: string; grades: Record<Grade, number> };
  units: UnitOverview[];
}

export interface Share {
  count: number;
  amount: string;
}

/** `GET /api/budget-gate`: what may not be budgeted and why, with what passes as figures. */
export interface BudgetGate extends Page<{ target: TargetItem; reason: string }> {
  passed: Share;
  blocked: Share;
}

export const readProgress = (id: string): Promise<CampaignProgress> =>
  answer(
    api.GET('/api/campaigns/{id}/progress', { params: { path: { id }, query: { ...afterOwnChange() } } }),
  );

export const readDepartment = (code: string, campaign: string): Promise<DepartmentOverview> =>
  answer(
    api.GET('/api/departments/{code}/overview', {
      params: { path: { code }, query: { campaign, ...afterOwnChange() } },
    }),
  );

/** Fifty at a time. */
export const readGate = (campaign: string, cursor: string): Promise<BudgetGate> =>
  answer(
    api.GET('/api/budget-gate', {
      params: { query: { campaign, limit: 50, ...(cursor !== '' && { cursor }), ...afterOwnChange() } },
    }),
  );

/** The whole library, most used first, fifty at a time; an empty text or kind asks for all. */
export const listIndicators = (
  { q, kind }: { q: string; kind: FormKind | undefined },
  cursor: string,
): Promise<Page<IndicatorItem>> =>
  answer(
    api.GET('/api/indicators', {
      params: {
        query: { limit: 50, ...(q !== '' && { q }), ...(kind && { kind }), ...(cursor !== '' && { cursor }) },
      },
    }),
  );
