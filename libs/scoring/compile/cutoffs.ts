import type { Decimal } from '../decimal.ts';
import { inBase } from '../measure.ts';
import type { Deduction, Threshold } from '../rule.ts';
import type { Token } from '../text/tokens.ts';
import { has } from '../text/tokens.ts';
import type { Unit } from '../text/units.ts';
import type { Draft, Statement, Stepped } from './draft.ts';
import { thresholdsOf } from './draft.ts';

/** 低于80%不得分 beside a step: the value from which a rule with steps gives nothing; 'foreign' where it is of something else. */
export function cutoffOf(
  draft: Draft,
  cutoffs: readonly Statement[],
  direction: Deduction['direction'],
): Threshold | null | 'foreign' {
  const [first, second] = cutoffs;
  if (first === undefined) return null;
  if (first.condition.parts.flat().some(isGapWord))
    return second === undefined ? gapCutoff(draft, first, direction) : 'foreign';
  const found = thresholdsOf(draft, first.condition.bounds, direction === 'shortfall' ? '<' : '>');
  const [limit] = found ?? [];
  if (second !== undefined || limit === undefined) return 'foreign';
  const isUpper = limit.sign === '<' || limit.sign === '≤';
  return isUpper === (direction === 'shortfall') ? limit : 'foreign';
}

/** 少3次以上不得分 speaks of the gap, 低于80%不得分 of the value. */
function isGapWord(token: Token): boolean {
  const isGap = has(token, 'short') || has(token, 'over');
  return isGap && !has(token, 'below') && !has(token, 'above') && !has(token, 'atMost');
}

/** 少6期及以上不得分: so far from the target; in the row's own unit only. */
function gapCutoff(
  { measure }: Draft,
  { condition }: Statement,
  direction: Deduction['direction'],
): Threshold | 'foreign' {
  const [bound] = condition.bounds;
  const { target } = measure;
  if (bound === undefined || target.is !== 'figure' || bound.sign === '<' || bound.sign === '≤')
    return 'foreign';
  const gap = bound.quantity.unit === null ? null : inBase(bound.quantity, measure.unit, measure.scale);
  return gap === null ? 'foreign' : beyond(target.value, gap, direction, bound.sign === '>');
}

function beyond(
  target: Decimal,
  gap: Decimal,
  direction: Deduction['direction'],
  isStrict: boolean,
): Threshold {
  if (direction === 'shortfall') return { sign: isStrict ? '<' : '≤', value: target.minus(gap) };
  return { sign: isStrict ? '>' : '≥', value: target.plus(gap) };
}

/** 延误超过5天不得分: so many of what the step counts. */
export function countCutoff(
  { step }: Stepped,
  [only, second]: readonly Statement[],
): Threshold | null | 'foreign' {
  if (only === undefined) return null;
  const [bound] = only.condition.bounds;
  if (bound === undefined || second !== undefined || !isSameUnit(bound.quantity.unit, step.amount?.unit))
    return 'foreign';
  const { value } = bound.quantity;
  if (bound.sign === '>' || bound.sign === '≥') return { sign: bound.sign, value };
  return bound.sign === 'point' ? pointCutoff(only, value) : 'foreign';
}

/** 达5天 is from the fifth on, 超5天 from after it. */
function pointCutoff({ condition }: Statement, value: Decimal): Threshold {
  return { sign: /超/u.test(condition.text) ? '>' : '≥', value };
}

/** 天 and 日 are one. */
function isSameUnit(one: Unit | null, other: Unit | null | undefined): boolean {
  if (one === null || other === null || other === undefined) return false;
  return (
    one.name === other.name || (one.group === 'time' && other.group === 'time' && one.factor.eq(other.factor))
  );
}
