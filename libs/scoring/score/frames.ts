import type { Decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import type { Threshold } from '../rule.ts';
import { satisfies } from '../text/ranges.ts';

/** One way to say from which value the condition is met: by the row's target, or by the rule's own threshold (C7). */
export interface Frame {
  readonly limit: Decimal;
  readonly isMet: (value: Decimal) => boolean;
  /** The rule deducts the other way from the row's operator: what missing the target costs is not said. */
  readonly isTargetOnly: boolean;
  readonly label: string;
}

/** The frames of a figure row; without a figure as target, the rule's threshold alone. */
export function framesOf(measure: Measure, threshold: Threshold | null, met: '≥' | '≤'): Frame[] {
  const frames: Frame[] = [];
  const { target, operator } = measure;
  if (target.is === 'figure') {
    const limit = target.value;
    const sign =
      operator === '=' || operator === 'quantified' || operator === 'qualitative' || operator === '早于'
        ? met
        : operator;
    const isTargetOnly = (sign === '≤' || sign === '<') !== (met === '≤');
    frames.push({
      limit,
      isMet: (value) => satisfies(value, sign, limit),
      isTargetOnly,
      label: '按指标值，',
    });
    if (isTargetOnly && threshold === null) frames.push(ruleFrame({ sign: met, value: limit }));
  }
  if (threshold !== null) frames.push(ruleFrame(threshold));
  return frames;
}

function ruleFrame({ sign, value }: Threshold): Frame {
  return {
    limit: value,
    isMet: (actual) => satisfies(actual, sign, value),
    isTargetOnly: false,
    label: '按评分标准的界限，',
  };
}
