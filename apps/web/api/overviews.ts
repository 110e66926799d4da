import {
  type BudgetGate,
  type CampaignProgress,
  type DepartmentOverview,
  type IndicatorItem,
  type Page,
} from '#contracts';
import { type FormKind } from '#form';
import { afterOwnChange, answer, api } from './client.ts';

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
