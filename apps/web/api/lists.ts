import {
  type Box,
  type CampaignView,
  type IndicatorItem,
  type Page,
  type TargetItem,
  type TaskItem,
} from '#contracts';
import { type FormKind } from '#form';
import { type TargetState } from '#domain/target';
import { afterOwnChange, answer, api } from './client.ts';

export interface TargetFilter {
  state?: Exclude<TargetState, 'none'> | undefined;
  kind?: FormKind | undefined;
  year?: number | undefined;
  campaign?: string | undefined;
  department?: string | undefined;
  unit?: string | undefined;
  q?: string | undefined;
}

/** Fifty targets from the cursor on. */
export const listTargets = (filter: TargetFilter, cursor?: string): Promise<Page<TargetItem>> =>
  answer(
    api.GET('/api/targets', {
      params: { query: { ...given(filter), ...given({ cursor }), limit: 50, ...afterOwnChange() } },
    }),
  );

/** Of one campaign, or of all where it is null. */
export const listTasks = (box: Box, limit: number, campaign: string | null = null): Promise<Page<TaskItem>> =>
  answer(
    api.GET('/api/tasks', {
      params: { query: { box, limit, ...(campaign !== null && { campaign }), ...afterOwnChange() } },
    }),
  );

/** The newest year first. */
export async function listCampaigns(): Promise<readonly CampaignView[]> {
  const { items } = await answer<{ items: readonly CampaignView[] }>(api.GET('/api/campaigns'));
  return items;
}

/** Indicators of forms of a kind whose names have much of this name, the commonest first. */
export const similarIndicators = (like: string, kind: FormKind): Promise<Page<IndicatorItem>> =>
  answer(api.GET('/api/indicators', { params: { query: { like, kind, limit: 12 } } }));

/** Without the fields that are undefined or empty: a query names only what is asked for. */
function given<T extends object>(query: T): Partial<T> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Partial<T>;
}
