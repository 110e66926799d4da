import { type TargetFilter } from './lists.ts';
import { afterOwnChange, answer, api } from './client.ts';

/** All that the filter lets through, as a workbook. @throws Refused above ten thousand targets */
export const exportTargets = (filter: TargetFilter): Promise<Blob> => {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = { ...Object.fromEntries(entries), ...afterOwnChange() };
  return answer(api.GET('/api/targets/list.xlsx', { params: { query }, parseAs: 'blob' }));
};

/** A campaign by department and state, as a workbook. */
export const exportProgress = (id: string): Promise<Blob> =>
  answer(
    api.GET('/api/campaigns/{id}/progress.xlsx', {
      params: { path: { id }, query: afterOwnChange() },
      parseAs: 'blob',
    }),
  );

/** What may not be budgeted and why, as a workbook. @throws Refused above ten thousand targets */
export const exportGate = (campaign: string): Promise<Blob> =>
  answer(
    api.GET('/api/budget-gate/list.xlsx', {
      params: { query: { campaign, ...afterOwnChange() } },
      parseAs: 'blob',
    }),
  );
