import { type CampaignView } from '#contracts';
import { type WindowName } from '#domain/campaign';
import { type FormKind } from '#form';
import { KIND_TERMS } from '../words/index.ts';

/** In the order of a year; 审核 has a window for each stage of a chain, between 申报 and 修改. */
const FIXED = {
  submission: '申报（送审）',
  revision: '退回修改',
  grant: '批复',
  disclosure: '公开',
  selfEvaluation: '自评',
  verification: '复核',
} as const;

/** 审核（业务股室）, by the name that most chains give the stage; a kind of form that calls it otherwise says so. */
export function windowTerm(name: WindowName, chains: CampaignView['chains']): string {
  if (name in FIXED) return FIXED[name as keyof typeof FIXED];
  const id = name.replace(/^review\./u, '');
  const kindsByName = new Map<string, string[]>();
  for (const [kind, chain] of Object.entries(chains))
    for (const stage of chain.filter((one) => one.id === id))
      kindsByName.set(stage.name, [...(kindsByName.get(stage.name) ?? []), KIND_TERMS[kind as FormKind]]);
  const [usual, ...others] = [...kindsByName].sort(([, a], [, b]) => b.length - a.length);
  const otherwise = others.map(([term, kinds]) => `，${kinds.join('、')}为${term}`);
  return `审核（${usual?.[0] ?? id}${otherwise.join('')}）`;
}

/** Every window that a campaign with these chains can have, in the order of a year. */
export function windowNames(chains: CampaignView['chains']): WindowName[] {
  const stages = Object.values(chains).flatMap((chain) => chain.map(({ id }) => id));
  const review = [...new Set(stages)].map((id): WindowName => `review.${id}`);
  return ['submission', ...review, 'revision', 'grant', 'disclosure', 'selfEvaluation', 'verification'];
}
