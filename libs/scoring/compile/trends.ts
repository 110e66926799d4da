import type { Otherwise, YearOnYear } from '../rule.ts';
import type { Trend } from '../text/conditions.ts';
import type { Draft, Shaped, Statement, Stepped } from './draft.ts';
import { awards, marksOf, needsPerson, offTopic, otherwiseOf } from './draft.ts';

/** 较上年下降得5分，无下降不得分 (C13); 持平 may have points of its own. */
export function trendShape(draft: Draft): Shaped {
  const top = awards(draft).find((statement) => statement.condition.move !== 'same');
  const wanted = top?.condition.trend ?? null;
  if (top === undefined || wanted === null || wanted === 'same' || top.condition.bounds.length > 0)
    return null;
  const others = draft.statements.filter((statement) => statement !== top);
  const level = others.find(
    (statement) => statement.condition.move === 'same' && !statement.condition.isNegated,
  );
  const [other, third] = others.filter((statement) => statement !== level);
  const otherwise = other === undefined ? ({ is: 'nothing' } as const) : otherwiseOf(other.outcome);
  const same = level === undefined ? null : samePoints(level);
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

function samePoints({ outcome }: Statement): YearOnYear['same'] | 'unclear' {
  if (outcome.does === 'keep' || outcome.does === 'full') return 'full';
  if (outcome.does === 'nothing') return null;
  return outcome.does === 'award' ? outcome.points : 'unclear';
}

/** 少于上年得满分，增加1次扣1分: the step is counted from last year, unless a target of 0 % says the same (比上年增长). */
export function trendStepOf({ draft, step, top, penalty, marks }: Stepped): Shaped {
  const { measure } = draft;
  const wanted = top?.condition.trend ?? null;
  if (wanted === null || wanted === 'same' || step.direction === 'event' || step.direction === 'late')
    return null;
  if (measure.target.is === 'figure' && measure.target.value.isZero()) return null;
  const { amount } = step;
  if (measure.target.is === 'figure' || amount === null || (top?.condition.bounds.length ?? 0) > 0) {
    return needsPerson(measure, 'kind-conflict', '指标值与上年比较的条件对不上，请人工评分。');
  }
  const moves = step.direction === 'over' ? 'up' : 'down';
  const trendStep = {
    moves,
    amount: amount.value.mul(amount.unit?.factor ?? 1),
    unitText: amount.unit?.name ?? null,
    penalty,
  } as const;
  return {
    kind: 'year-on-year',
    wanted,
    same: null,
    step: trendStep,
    otherwise: { is: 'nothing' },
    marks,
    measure,
  };
}
