import type { YearOnYear } from '../rule.ts';
import type { Draft, Shaped, Stepped } from './draft.ts';
import { awards, does, marksOf, needsPerson, offTopic, otherwiseOf } from './draft.ts';

/** 较上年下降得5分，无下降不得分 (C13). */
export function trendShape(draft: Draft): Shaped {
  const [top, second] = awards(draft);
  const wanted = top?.condition.trend ?? null;
  if (top === undefined || second !== undefined || wanted === null || wanted === 'same') return null;
  if (top.condition.bounds.length > 0) return null;
  const others = draft.statements.filter((statement) => statement !== top);
  const same = others.find((statement) => does(statement, 'keep') && statement.condition.move === 'same');
  const [other, third] = others.filter((statement) => statement !== same);
  const otherwise = other === undefined ? ({ is: 'nothing' } as const) : otherwiseOf(other.outcome);
  if (otherwise === null || third !== undefined) return null;
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  if (draft.measure.target.is === 'figure') {
    return needsPerson(draft.measure, 'kind-conflict', '指标值是数，评分标准却与上年比较，请核对。');
  }
  const off = offTopic(draft, top.clause.parts);
  if (off !== null) return off;
  return {
    kind: 'year-on-year',
    wanted,
    sameKeeps: same !== undefined,
    step: null,
    otherwise,
    marks,
    measure: draft.measure,
  } satisfies YearOnYear;
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
    sameKeeps: false,
    step: trendStep,
    otherwise: { is: 'nothing' },
    marks,
    measure,
  };
}
