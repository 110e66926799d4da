import { type CampaignView } from '#contracts';

type Dated = Pick<CampaignView, 'state' | 'windows'>;

/** What is worked on: the newest open campaign that units may submit to already, else the newest open one, else the newest. */
export function currentOf<T extends Dated>(campaigns: readonly T[], today: string): T | undefined {
  const open = campaigns.filter(({ state }) => state === 'open');
  return open.find(({ windows }) => (windows.submission?.opens ?? '') <= today) ?? open[0] ?? campaigns[0];
}
