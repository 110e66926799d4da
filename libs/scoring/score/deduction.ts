import { readActual } from '../actual/figures.ts';
import { Decimal, HUNDRED, ZERO, figure, pointsText } from '../decimal.ts';
import type { Deduction } from '../rule.ts';
import { satisfies } from '../text/ranges.ts';
import type { Frame } from './frames.ts';
import { framesOf } from './frames.ts';
import type { PartStep, PointsReading, Policy, Scoring } from './outcome.ts';
import { decide, fulls, manual, needFigure, penaltyPoints, written } from './outcome.ts';

/** 每少…扣…, 每超…扣…: how far from the limit, in steps, times what a step costs (C2 to C7). */
export function scoreDeduction(rule: Deduction, actual: string, policy: Policy): Scoring {
  const value = needFigure(readActual(actual, rule.measure), rule.measure);
  if ('kind' in value) return value;
  const { measure } = rule;
  if (measure.isRanking && !(measure.target.is === 'figure' && value.eq(measure.target.value))) {
    return manual('排名的先后与数的大小相反，请人工评分。');
  }
  const frames = framesOf(measure, rule.threshold, rule.direction === 'shortfall' ? '≥' : '≤');
  const part = rule.partStep ?? policy.partStep;
  const readings = frames.flatMap((frame) => readingsOf(rule, value, frame, part));
  return decide(readings, rule.marks, (points) => explain(rule, value, frames[0], points));
}

function readingsOf(rule: Deduction, value: Decimal, frame: Frame, part: PartStep): PointsReading[] {
  return fulls(rule.marks).flatMap(({ full, label: ofFull }) => {
    const label = `${frame.label}${ofFull}`;
    if (rule.cutoff !== null && satisfies(value, rule.cutoff.sign, rule.cutoff.value))
      return [{ points: ZERO, label }];
    if (frame.isMet(value)) return [{ points: full, label }];
    if (frame.isTargetOnly) return [{ points: null, label }];
    return missed(rule, value, frame, { full, label, part });
  });
}

interface Counting {
  readonly full: Decimal;
  readonly label: string;
  readonly part: PartStep;
}

function missed(rule: Deduction, value: Decimal, { limit }: Frame, counting: Counting): PointsReading[] {
  const gap = rule.direction === 'shortfall' ? limit.minus(value) : value.minus(limit);
  if (!gap.gt(0)) return [{ points: null, label: counting.label }];
  const penalty = penaltyPoints(rule.penalty, counting.full);
  const absolute = rule.basis === 'relative' ? [] : [gap.div(rule.amount)];
  const relative = rule.basis === 'absolute' ? [] : [relativeSteps(gap, limit, rule.amount)];
  return [...absolute, ...relative].flatMap((steps): PointsReading[] =>
    steps === null
      ? [{ points: null, label: counting.label }]
      : countings(steps, counting).map(({ count, label }) => ({
          points: Decimal.max(ZERO, counting.full.minus(atMost(rule, penalty.mul(count)))),
          label: `${counting.label}${label}`,
        })),
  );
}

/** 最多扣3分. */
function atMost({ most }: Deduction, lost: Decimal): Decimal {
  return most === null ? lost : Decimal.min(most, lost);
}

/** C4: a step in % on a row that is no rate is a share of the limit; undefined from 0. */
function relativeSteps(gap: Decimal, limit: Decimal, amount: Decimal): Decimal | null {
  return limit.isZero() ? null : gap.mul(HUNDRED).div(limit.abs().mul(amount));
}

/** C5: what a part of a step counts for; a policy of the campaign leaves one of the three. */
export function countings(
  steps: Decimal,
  { part }: Pick<Counting, 'part'>,
): readonly { count: Decimal; label: string }[] {
  if (steps.isInteger()) return [{ count: steps, label: '' }];
  const all = [
    { of: 'whole', count: steps.floor(), label: '不足一档不计' },
    { of: 'proportional', count: steps, label: '不足一档按比例' },
    { of: 'up', count: steps.ceil(), label: '不足一档按一档' },
  ] as const;
  return part === 'ask' ? all : all.filter((one) => one.of === part);
}

function explain(rule: Deduction, value: Decimal, frame: Frame | undefined, points: Decimal): string[] {
  const { measure, marks } = rule;
  const limit = frame?.limit ?? ZERO;
  const goal = `实际 ${written(value, measure)}，目标 ${written(limit, measure)}`;
  if (frame?.isMet(value) === true) return [`${goal}，达到目标，得满分 ${figure(marks.weight)} 分。`];
  const gap = value.minus(limit).abs();
  const way = rule.direction === 'shortfall' ? '低' : '超';
  const share =
    rule.basis === 'relative' && !limit.isZero()
      ? `（${figure(gap.mul(HUNDRED).div(limit.abs()).toDecimalPlaces(4))}%）`
      : '';
  const cost = figure(penaltyPoints(rule.penalty, marks.weight));
  const lost = marks.weight.minus(points);
  return [
    `${goal}，${way} ${written(gap, measure)}${share}`,
    `每${rule.direction === 'shortfall' ? '少' : '超'} ${stepOf(rule)}扣 ${cost} 分，扣 ${figure(lost)} 分，得 ${pointsText(points)} 分。`,
  ];
}

/** A step as the row writes it: 1%, 20万元. */
export function stepOf({ amount, basis, measure }: Pick<Deduction, 'amount' | 'basis' | 'measure'>): string {
  return basis === 'relative' ? `${figure(amount)}%` : written(amount, measure);
}
