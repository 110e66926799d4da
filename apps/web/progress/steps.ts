import { Money } from '#form';
import { STATE_TERMS } from '#domain';
import { type TargetState } from '#domain/target';
import { type CampaignProgress, type Share } from '../api/index.ts';

/** A place on a target's way with what lies there; `since` is when the oldest came to it. */
export interface Step extends Share {
  key: string;
  label: string;
  state: Exclude<TargetState, 'none'>;
  since?: string;
}

type Real = Step['state'];
const BEFORE: readonly Real[] = ['draft', 'returned'];
const AFTER: readonly Real[] = ['approved', 'granted', 'self-evaluated', 'evaluated'];
const ENDED: readonly Real[] = ['rejected', 'not-funded', 'abandoned', 'classified'];

type Figures = Pick<CampaignProgress, 'states' | 'stages'>;

/** The way from draft to evaluation; stages of one name are one step whatever the kind of form. */
export const wayOf = (progress: Figures): Step[] => [
  ...BEFORE.map((state) => stepOf(state, progress)),
  ...reviewSteps(progress),
  ...AFTER.map((state) => stepOf(state, progress)),
];

/** Where targets ended without a budget; only what occurs. */
export const endsOf = (progress: Figures): Step[] =>
  ENDED.map((state) => stepOf(state, progress)).filter(({ count }) => count > 0);

function stepOf(state: Real, { states }: Figures): Step {
  const found = states.find((one) => one.state === state);
  return {
    key: state,
    label: STATE_TERMS[state],
    state,
    count: found?.count ?? 0,
    amount: found?.amount ?? '0',
  };
}

/** In the order of the longest chain, in which the shorter ones fit. */
function reviewSteps({ stages }: Figures): Step[] {
  const names = [...stages]
    .sort((a, b) => b.stage.of - a.stage.of || a.stage.index - b.stage.index)
    .map(({ stage }) => stage.name);
  return [...new Set(names)].map((label): Step => {
    const here = stages.filter(({ stage }) => stage.name === label);
    const [since] = here.flatMap((one) => one.since ?? []).sort();
    return {
      key: `review-${label}`,
      label,
      state: 'in-review',
      count: here.reduce((sum, { count }) => sum + count, 0),
      amount: Money.sum(here.map(({ amount }) => amount)).toString(),
      ...(since !== undefined && { since }),
    };
  });
}
