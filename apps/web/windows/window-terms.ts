import { type CampaignView } from '#contracts';
import { type WindowName } from '#domain/campaign';

/** In the order of a year; 审核 has a window for each stage of a chain, between 申报 and 修改. */
const FIXED = {
  submission: '申报（送审）',
  revision: '退回修改',
  grant: '批复',
  disclosure: '公开',
  selfEvaluation: '自评',
  verification: '复核',
} as const;

/** 审核（业务股室）, by the names that the campaign's chains give the stage. */
export function windowTerm(name: WindowName, chains: CampaignView['chains']): string {
  if (name in FIXED) return FIXED[name as keyof typeof FIXED];
  const stage = name.replace(/^review\./u, '');
  const names = Object.values(chains).flatMap((chain) =>
    chain.filter(({ id }) => id === stage).map((one) => one.name),
  );
  return `审核（${[...new Set(names)].join('、') || stage}）`;
}

/** Every window that a campaign with these chains can have, in the order of a year. */
export function windowNames(chains: CampaignView['chains']): WindowName[] {
  const stages = Object.values(chains).flatMap((chain) => chain.map(({ id }) => id));
  const review = [...new Set(stages)].map((id): WindowName => `review.${id}`);
  return ['submission', ...review, 'revision', 'grant', 'disclosure', 'selfEvaluation', 'verification'];
}
