import type { Deduction, NeedsPerson, Threshold } from '../rule.ts';
import { conditionOfParts } from '../text/conditions.ts';
import type { Draft, Stepped } from './draft.ts';
import { needsPerson, thresholdsOf } from './draft.ts';

/** The limit of a stepped rule, null where it is the target; 'foreign' when a figure is of something else. */
export function thresholdOf(
  { draft, step, top }: Pick<Stepped, 'draft' | 'step' | 'top'>,
  direction: Deduction['direction'],
): Threshold | null | 'foreign' {
  const bounds = [...(top?.condition.bounds ?? []), ...conditionOfParts(step.context).bounds];
  const met = direction === 'shortfall' ? '≥' : '≤';
  const found = thresholdsOf(draft, bounds, met);
  if (found === null) return 'foreign';
  const limits = found.map((one) => limitOf(one, direction));
  const [limit, ...others] = limits;
  if (limit === undefined) return null;
  if (others.some((other) => !other.value.eq(limit.value))) return 'foreign';
  return isTarget(draft, limit) ? null : limit;
}

/** 未达到98%的，每少1%…: the negated bound names the same limit from the other side. */
function limitOf({ sign, value }: Threshold, direction: Deduction['direction']): Threshold {
  const strict = direction === 'shortfall' ? '>' : '<';
  const met = direction === 'shortfall' ? '≥' : '≤';
  return { sign: sign === strict ? strict : met, value };
}

/** Whether a threshold says no more than the row's own target. */
export function isTarget(draft: Draft, { sign, value }: Threshold): boolean {
  const { target, operator } = draft.measure;
  if (target.is !== 'figure' || !target.value.eq(value)) return false;
  const strict = sign === '>' || sign === '<';
  return strict === (operator === '>' || operator === '<');
}

export function foreignFigures(draft: Draft): NeedsPerson {
  return needsPerson(draft.measure, 'two-quantities', '评分标准中有不是本指标所计量的数，请核对。');
}
