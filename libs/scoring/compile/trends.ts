import type { Decimal } from '../decimal.ts';
import { HUNDRED } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import type { Otherwise, TrendStep, YearOnYear } from '../rule.ts';
import type { Step } from '../text/steps.ts';
import type { Quantity } from '../text/tokens.ts';
import type { Trend } from '../text/conditions.ts';
import type { Draft, Shaped, Statement, Stepped } from './draft.ts';
import { awards, marksOf, needsPerson, offTopic, otherSide } from './draft.ts';

/** 较上年下降得5分，无下降不得分 (C13); 持平 may have points of its own. */
export function trendShape(draft: Draft): Shaped {
  const top = awards(draft).find(({ condition }) => condition.move !== 'same');
  if (top === undefined || top.condition.bounds.length > 0) return null;
  const wanted = top.condition.trend;
  if (wanted === null || wanted === 'same') return null;
  const others = draft.statements.filter((statement) => statement !== top);
  const level = others.find(({ condition }) => condition.move === 'same' && !condition.isNegated);
  const [other, third] = others.filter((statement) => statement !== level);
  const otherwise = otherSide(other);
  const same = samePoints(level, draft.weight);
  if (otherwise === null || third !== undefined || same === 'unclear') return null;
  return trendOf({ draft, top, wanted, same, otherwise });
}

interface TrendDraft {
  readonly draft: Draft;
  readonly top: Statement;
  readonly wanted: Trend;
  readonly same: YearOnYear['same'];
  readonly otherwise: Otherwise;
}

function trendOf({ draft, top, wanted, same, otherwise }: TrendDraft): Shaped {
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  if (draft.measure.target.is === 'figure') {
    return needsPerson(draft.measure, 'kind-conflict', '指标值是数，评分标准却与上年比较，请核对。');
  }
  const off = offTopic(draft, top.clause.parts);
  return off ?? { kind: 'year-on-year', wanted, same, step: null, otherwise, marks, measure: draft.measure };
}

function samePoints(level: Statement | undefined, weight: Decimal): YearOnYear['same'] | 'unclear' {
  const outcome = level?.outcome;
  if (outcome === undefined || outcome.does === 'nothing') return null;
  if (outcome.does === 'keep' || outcome.does === 'full') return 'full';
  if (outcome.does === 'share') return weight.mul(outcome.percent).div(HUNDRED);
  return outcome.does === 'award' ? outcome.points : 'unclear';
}

/** 少于上年得满分，增加1次扣1分: the step is counted from last year, unless a target of 0 % says the same (比上年增长). */
export function trendStepOf({ draft, step, top, penalty, marks }: Stepped): Shaped {
  const { measure } = draft;
  if (top === undefined || isZero(measure) || !isMovement(step)) return null;
  const wanted = top.condition.trend;
  if (wanted === null || wanted === 'same') return null;
  const { amount } = step;
  if (measure.target.is === 'figure' || amount === null || top.condition.bounds.length > 0) {
    return needsPerson(measure, 'kind-conflict', '指标值与上年比较的条件对不上，请人工评分。');
  }
  const moves = step.direction === 'over' ? 'up' : 'down';
  const trendStep: TrendStep = { moves, penalty, ...inUnit(amount) };
  const otherwise = { is: 'nothing' } as const;
  return { kind: 'year-on-year', wanted, same: null, step: trendStep, otherwise, marks, measure };
}

function isMovement({ direction }: Step): boolean {
  return direction === 'short' || direction === 'over' || direction === 'missing';
}

function isZero({ target }: Measure): boolean {
  return target.is === 'figure' && target.value.isZero();
}

function inUnit({ value, unit }: Quantity): Pick<TrendStep, 'amount' | 'unitText'> {
  return unit === null
    ? { amount: value, unitText: null }
    : { amount: value.mul(unit.factor), unitText: unit.name };
}
