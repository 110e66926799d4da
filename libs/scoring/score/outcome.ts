import { Decimal, HUNDRED, ONE, ZERO, figure, pointsText } from '../decimal.ts';
import type { Marks, Otherwise, Penalty } from '../rule.ts';
import type { Actual } from '../actual/figures.ts';
import { foreignFigure } from '../actual/figures.ts';
import type { Measure } from '../measure.ts';

/** Points with two places and the examiner's steps, or why a person must score, or why the actual value cannot be. */
export type Scoring =
  | { readonly kind: 'score'; readonly score: string; readonly steps: readonly string[] }
  | { readonly kind: 'manual'; readonly why: string; readonly readings?: readonly string[] }
  | { readonly kind: 'invalid'; readonly why: string };

/** How a part of a step counts: to a person, not at all, in proportion, or as a whole one (C5). */
export type PartStep = 'ask' | 'whole' | 'proportional' | 'up';

export interface Policy {
  readonly partStep: PartStep;
}

/** One way to read rule and row together; null points where that reading says nothing. */
export interface PointsReading {
  readonly points: Decimal | null;
  readonly label: string;
}

export function manual(why: string): Scoring {
  return { kind: 'manual', why };
}

export function invalid(why: string): Scoring {
  return { kind: 'invalid', why };
}

/** C1: all readings equal to two places is the score, otherwise a person decides. */
export function decide(
  readings: readonly PointsReading[],
  marks: Marks,
  steps: (points: Decimal) => string[],
): Scoring {
  const [first, ...others] = readings;
  if (first === undefined) return manual('评分标准没有说明这种情况得几分，请人工评分。');
  const { points } = first;
  if (points === null || others.some((other) => other.points === null || !isSame(other.points, points)))
    return undecided(readings);
  if (points.gt(marks.weight)) return undecided(readings);
  const score = clamp(points, marks.weight);
  return { kind: 'score', score: pointsText(score), steps: steps(score) };
}

function isSame(one: Decimal, other: Decimal): boolean {
  return one.eq(other) || one.toDecimalPlaces(2).eq(other.toDecimalPlaces(2));
}

function undecided(readings: readonly PointsReading[]): Scoring {
  if (readings.every(({ points }) => points === null)) {
    return manual('评分标准与本表不一致，或没有说清这种情况得几分，请人工评分。');
  }
  const told = readings.map(
    ({ label, points }) =>
      `${label}${points === null ? '不能确定' : `得 ${figure(points.toDecimalPlaces(2))} 分`}`,
  );
  const distinct = [...new Set(told)];
  return { kind: 'manual', why: `有不同读法：${distinct.join('；')}。请人工评分。`, readings: distinct };
}

export function clamp(points: Decimal, weight: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(points, weight));
}

/** The full marks to count from: the weight, and the rule's own figure where that differs (C7). */
export function fulls({
  weight,
  full,
}: Marks): readonly { readonly full: Decimal; readonly label: string }[] {
  if (full === null) return [{ full: weight, label: '' }];
  return [
    { full: weight, label: `按分值 ${figure(weight)} 分，` },
    { full, label: `按评分标准写的满分 ${figure(full)} 分，` },
  ];
}

/** Points of one penalty: its own, or its share of the full marks. */
export function penaltyPoints(penalty: Penalty, full: Decimal): Decimal {
  return penalty.is === 'points' ? penalty.points : full.mul(penalty.percent).div(HUNDRED);
}

/** What is left when the condition is not met; null where only a person can say. */
export function otherwisePoints(otherwise: Otherwise, full: Decimal): Decimal | null {
  switch (otherwise.is) {
    case 'nothing':
      return ZERO;
    case 'points':
    case 'share':
      return Decimal.max(ZERO, full.minus(penaltyPoints(otherwise, full)));
    case 'discretion':
      return null;
  }
}

/** Where a figure of the row is needed: the figure, or the refusal of whatever was written instead. */
export function needFigure(actual: Actual, measure: Measure): Decimal | Scoring {
  switch (actual.is) {
    case 'figure':
      return actual.value;
    case 'other':
      return needFigure(foreignFigure(actual.quantity, measure, actual.word), measure);
    case 'word':
      return wordGiven(actual.word, measure);
    case 'invalid':
      return invalid(actual.why);
    case 'unclear':
      return manual(actual.why);
  }
}

/** A word for a figure is no value, but on a qualitative row it is no mistake either. */
function wordGiven(word: string, { name, operator, unitText }: Measure): Scoring {
  if (operator === 'qualitative') return manual(`“${word}”不是数，评分标准却按数计分，请人工评分。`);
  return invalid(`实际值“${word}”不是数，“${name}”需要填写数值${unitText === '' ? '' : `（${unitText}）`}。`);
}

/** A base value as the row writes it: 3000 人 on a row in 万人 is 0.3万人. */
export function written(value: Decimal, { scale, unitText }: Measure): string {
  const own = scale.eq(ONE) ? value : value.div(scale);
  return `${figure(own.toDecimalPlaces(6))}${unitText}`;
}
