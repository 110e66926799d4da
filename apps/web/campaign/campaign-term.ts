import { type CampaignView } from '#contracts';

/** A campaign as people call it: its name, with the year where the name does not say it. */
export function campaignTerm({
  name,
  fiscalYear,
  state,
}: Pick<CampaignView, 'name' | 'fiscalYear' | 'state'>): string {
  const year = String(fiscalYear);
  const called = name.includes(year) ? name : `${year}年度 ${name}`;
  return state === 'closed' ? `${called}（已关闭）` : called;
}
