import type { Decimal } from '../decimal.ts';
import { HUNDRED } from '../decimal.ts';
import type { ScorableIndicator } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import { inBase, perOf } from '../measure.ts';
import type { Marks, NeedsPerson, Otherwise, Penalty, PersonCode, Rule, Threshold } from '../rule.ts';
import type { Clause } from '../text/clauses.ts';
import type { Condition } from '../text/conditions.ts';
import { conditionOf } from '../text/conditions.ts';
import type { Outcome } from '../text/outcomes.ts';
import type { Bound } from '../text/ranges.ts';
import type { PartOfStep } from '../text/outcome.ts';
import type { Step } from '../text/steps.ts';
import type { Token } from '../text/tokens.ts';
import { normalise } from '../text/normalise.ts';
import type { Unit } from '../text/units.ts';
import { areComparable } from '../text/units.ts';
import { isAnotherSubject } from '../topic.ts';

/** A clause with what its condition says. */
export interface Statement {
  readonly clause: Clause;
  readonly outcome: Outcome;
  readonly condition: Condition;
}

/** A rule being understood: its statements beside the row that it belongs to. */
export interface Draft {
  readonly statements: readonly Statement[];
  readonly stated: readonly Decimal[];
  readonly goesOn: boolean;
  readonly numbered: boolean;
  readonly partsOfStep: readonly PartOfStep[];
  /** 最多扣3分, where that is less than everything. */
  readonly most: Decimal | null;
  readonly weight: Decimal;
  readonly measure: Measure;
  readonly indicator: ScorableIndicator;
}

/** A rule with one step: its marks, its step and what the step takes away. */
export interface Stepped {
  readonly draft: Draft;
  readonly step: Step;
  readonly penalty: Penalty;
  readonly marks: Marks;
  readonly top: Statement | undefined;
}

/** What a shape makes of a draft: a rule, a reason why only a person can apply it, or null when it is another shape. */
export type Shaped = Rule | NeedsPerson | null;

export function statementOf(clause: Clause): Statement {
  return { clause, outcome: clause.outcome, condition: conditionOf(clause) };
}

export function needsPerson(measure: Measure, code: PersonCode, why: string): NeedsPerson {
  return { kind: 'needs-person', code, why, measure };
}

export function does(statement: Statement, ...kinds: readonly Outcome['does'][]): boolean {
  return kinds.includes(statement.outcome.does);
}

/** Statements that give points for the condition being met. */
export function awards(draft: Draft): Statement[] {
  return draft.statements.filter((statement) => does(statement, 'award', 'full', 'share', 'unknown'));
}

/** Full marks by the rule itself; a second, different figure makes it contradictory. */
export function marksOf(draft: Draft, top: Statement | undefined): Marks | NeedsPerson {
  const figures = [...draft.stated];
  if (top?.outcome.does === 'award') figures.push(top.outcome.points);
  const [full, ...others] = figures;
  if (full !== undefined && others.some((other) => !other.eq(full))) {
    return needsPerson(draft.measure, 'kind-conflict', '评分标准写了两个不同的满分，请改正后再评。');
  }
  return { weight: draft.weight, full: full === undefined || full.eq(draft.weight) ? null : full };
}

export function penaltyOf(outcome: Outcome): Penalty | null {
  if (outcome.does === 'deduct') return { is: 'points', points: outcome.points };
  return outcome.does === 'deductShare' ? { is: 'share', percent: outcome.percent } : null;
}

export function otherwiseOf(outcome: Outcome): Otherwise | null {
  if (outcome.does === 'nothing') return { is: 'nothing' };
  if (outcome.does === 'discretion') return { is: 'discretion' };
  return penaltyOf(outcome);
}

/** What the other side of a condition costs; where it is not written, nothing is left (C9). */
export function otherSide(other: Statement | undefined): Otherwise | null {
  return other === undefined ? { is: 'nothing' } : otherwiseOf(other.outcome);
}

export function offTopic(draft: Draft, parts: readonly (readonly Token[])[]): NeedsPerson | null {
  if (!isAnotherSubject(parts, draft.indicator, draft.measure.target.is === 'word')) return null;
  return needsPerson(
    draft.measure,
    'another-subject',
    `评分标准说的不是本指标“${draft.measure.name}”，请核对评分标准。`,
  );
}

/** The figures of a condition as thresholds of the row; null when one of them measures something else. */
export function thresholdsOf(
  draft: Draft,
  bounds: readonly Bound[],
  point: Threshold['sign'],
): Threshold[] | null {
  const found: Threshold[] = [];
  for (const bound of bounds) {
    if (isPartOfName(draft, bound)) continue;
    const value = thresholdValue(draft.measure, bound);
    if (value === null) return null;
    const sign = bound.sign === 'point' || bound.sign === '=' ? point : bound.sign;
    if (!found.some((one) => one.sign === sign && one.value.eq(value))) found.push({ sign, value });
  }
  return found;
}

/** 引进5亿元项目: a figure that name or 解释 has too, in a unit that the row does not measure, is part of the subject. */
function isPartOfName(draft: Draft, { quantity }: Bound): boolean {
  const { unit } = draft.measure;
  if (quantity.unit === null || unit === null || areComparable(quantity.unit, unit)) return false;
  const known = normalise(`${draft.measure.name}|${draft.indicator.explanation ?? ''}`);
  const text = `${quantity.value.toFixed()}${quantity.unit.name}`;
  return quantity.unit.group !== 'ratio' && known.includes(text);
}

function thresholdValue(measure: Measure, { quantity }: Bound): Decimal | null {
  const { target, unit } = measure;
  const each = perOf(quantity, unit);
  if (each !== null) return each;
  if (quantity.unit !== null && unit !== null && !areComparable(quantity.unit, unit)) {
    return target.is === 'figure' ? foreignValue(target.value, quantity.unit, quantity.value) : null;
  }
  const isBare = quantity.unit === null && target.is === 'figure' && quantity.value.eq(target.value);
  return isBare ? quantity.value : inBase(quantity, unit, measure.scale);
}

/** 完成率95% on a count is a share of the target; 500名 beside 500户 is the target under another count word. */
function foreignValue(target: Decimal, unit: Unit, value: Decimal): Decimal | null {
  if (unit.group === 'ratio') return target.mul(value).div(HUNDRED);
  const isCount = unit.group === 'count' || unit.group === 'score';
  return isCount && value.eq(target) ? target : null;
}
