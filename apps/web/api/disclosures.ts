import { type Grade } from '#domain';
import { type Office } from '#domain/target';
import { type FormKind } from '#form';
import { type DisclosedTarget, type Page } from '#contracts';
import { answer, api } from './client.ts';

/** A department that has published something, with how many targets in which year; the newest year first. */
export interface PublicDepartment extends Office {
  years: { year: number; targets: number }[];
}

/** A published target in a list; amount in 万元 as granted, `disclosedOn` YYYY-MM-DD. */
export interface PublicItem {
  id: string;
  kind: FormKind;
  fiscalYear: number;
  unit: Office;
  department: Office;
  amount: string;
  disclosedOn: string;
  name?: string;
  evaluation?: { total: string; grade: Grade };
}

export interface PublicFilter {
  year?: number;
  department?: string;
  q?: string;
}

/** All three are open to anybody and ask for no session. */
export async function publicDepartments(): Promise<readonly PublicDepartment[]> {
  const { items } = await answer<{ items: readonly PublicDepartment[] }>(api.GET('/api/public/departments'));
  return items;
}

export const publicTargets = (filter: PublicFilter, cursor: string): Promise<Page<PublicItem>> =>
  answer(
    api.GET('/api/public/disclosures', {
      params: { query: { ...filter, limit: 50, ...(cursor !== '' && { cursor }) } },
    }),
  );

export const publicTarget = (id: string): Promise<DisclosedTarget> =>
  answer(api.GET('/api/public/disclosures/{id}', { params: { path: { id } } }));
