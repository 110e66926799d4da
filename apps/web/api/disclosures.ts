import { type DisclosedTarget, type Page, type PublishedDepartment, type PublishedItem } from '#contracts';
import { answer, api } from './client.ts';

export interface PublicFilter {
  year?: number;
  department?: string;
  q?: string;
}

/** All three are open to anybody and ask for no session. */
export async function publicDepartments(): Promise<readonly PublishedDepartment[]> {
  const { items } = await answer<{ items: readonly PublishedDepartment[] }>(
    api.GET('/api/public/departments'),
  );
  return items;
}

export const publicTargets = (filter: PublicFilter, cursor: string): Promise<Page<PublishedItem>> =>
  answer(
    api.GET('/api/public/disclosures', {
      params: { query: { ...filter, limit: 50, ...(cursor !== '' && { cursor }) } },
    }),
  );

export const publicTarget = (id: string): Promise<DisclosedTarget> =>
  answer(api.GET('/api/public/disclosures/{id}', { params: { path: { id } } }));
