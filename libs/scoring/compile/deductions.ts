import type { Decimal } from '../decimal.ts';
import { HUNDRED, ONE } from '../decimal.ts';
import type { Target } from '../measure.ts';
import { inBase, measuredIn, perOf } from '../measure.ts';
import { objectsOf } from '../topic.ts';
import type { Deduction, NeedsPerson, Penalty } from '../rule.ts';
import type { Step } from '../text/steps.ts';
import { isSame } from '../text/parts-of-steps.ts';
import { readStep } from '../text/steps.ts';
import type { Quantity, Token } from '../text/tokens.ts';
import type { Unit } from '../text/units.ts';
import { areComparable } from '../text/units.ts';
import type { Draft, Shaped, Statement, Stepped } from './draft.ts';
import { cutoffOf } from './cutoffs.ts';
import { foreignFigures, thresholdOf } from './thresholds.ts';
import { trendStepOf } from './trends.ts';
import { does, marksOf, needsPerson, offTopic, penaltyOf } from './draft.ts';
import { occurrenceOf } from './occurrences.ts';

/** 每少…扣…, 每超…扣…, 每发生…扣…, 每延期…扣…. */
export function deductionShape(draft: Draft): Shaped {
  const [only, second] = draft.statements.flatMap(steppedOf);
  if (only === undefined) return null;
  const others = draft.statements.filter((statement) => statement !== only.statement);
  const [top, another] = others.filter((statement) => does(statement, 'award', 'full'));
  const rest = others.filter((statement) => statement !== top && !isSilent(statement));
  if (second !== undefined || another !== undefined || !rest.every(isCutoff)) return several(draft);
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const { step, penalty } = only;
  return offTopic(draft, subjectOf(top, step)) ?? stepRule({ draft, step, penalty, marks, top }, rest);
}

/** What a rule with a step says it measures; the words around an event name the event. */
function subjectOf(top: Statement | undefined, step: Step): readonly (readonly Token[])[] {
  const claimed = top?.clause.parts ?? [];
  const isOwnFigure = step.direction === 'short' || step.direction === 'over';
  return isOwnFigure ? [...claimed, ...step.context] : claimed;
}

function steppedOf(statement: Statement): { statement: Statement; step: Step; penalty: Penalty }[] {
  const penalty = penaltyOf(statement.outcome);
  const step = penalty === null ? null : readStep(statement.clause);
  return step === null || penalty === null ? [] : [{ statement, step, penalty }];
}

function several(draft: Draft): NeedsPerson {
  return needsPerson(
    draft.measure,
    'several-conditions',
    '评分标准有几个各自计分的条件，一个实际值不能说明满足了哪些，请人工评分。',
  );
}

/** 与上年持平，不扣分 and 不适用不扣分 change nothing. */
function isSilent(statement: Statement): boolean {
  if (!does(statement, 'keep')) return false;
  return (
    statement.condition.move === 'same' ||
    statement.condition.text.includes('适用') ||
    statement.condition.isBare
  );
}

/** 低于80%不得分 beside a step. */
function isCutoff(statement: Statement): boolean {
  const { condition } = statement;
  return does(statement, 'nothing') && condition.bounds.length === 1;
}

/** 不足50人按50人计算 must speak of the step itself. */
function partStepOf({ partsOfStep }: Draft, { amount }: Step): Deduction['partStep'] | 'unclear' {
  const [only, second] = partsOfStep;
  if (only === undefined) return null;
  const isOfStep = amount !== null && isSame(only.size, amount);
  return second === undefined && isOfStep ? only.counts : 'unclear';
}

function stepRule(written: Stepped, cutoffs: readonly Statement[]): Shaped {
  const trend = trendStepOf(written);
  if (trend !== null) return trend;
  const stepped = inRuleUnit(written);
  const { measure } = stepped.draft;
  const direction = directionOf(stepped);
  if (direction === null) return occurrenceOf(stepped, cutoffs);
  if (measure.target.is !== 'figure' && stepped === written) {
    return needsPerson(measure, 'kind-conflict', '评分标准按差额扣分，但指标值不是一个数，请核对指标值。');
  }
  const amount = amountOf(stepped);
  return amount === null ? occurrenceOf(stepped, cutoffs) : measuredRule(stepped, direction, amount, cutoffs);
}

function measuredRule(
  stepped: Stepped,
  direction: Deduction['direction'],
  { value, basis }: Amount,
  cutoffs: readonly Statement[],
): Shaped {
  const { draft, step, marks, penalty } = stepped;
  const { measure } = draft;
  if (basis === 'absolute' && isFlat(step, value, measure.target)) {
    return { kind: 'all-or-nothing', threshold: null, generic: false, otherwise: penalty, marks, measure };
  }
  if (!value.gt(0) || isRatherThreshold(step, value, measure.target)) {
    return needsPerson(measure, 'kind-conflict', '扣分条件中的数看不出是一档的大小还是界限，请写明“每”。');
  }
  const threshold = thresholdOf(stepped, direction);
  const cutoff = cutoffOf(draft, cutoffs, direction);
  if (threshold === 'foreign' || cutoff === 'foreign') return foreignFigures(draft);
  const counted = partStepOf(draft, step);
  if (counted === 'unclear') return several(draft);
  const limits = { threshold, cutoff, most: draft.most, partStep: counted };
  return { kind: 'deduction', direction, marks, measure, penalty, amount: value, basis, ...limits };
}

/** A row whose 指标值 is a word, with a rule that names limit and step in one unit: the rule alone says how (完成100%得5分，每少10%扣1分). */
function inRuleUnit(stepped: Stepped): Stepped {
  const { draft, step, top } = stepped;
  const { target, operator, unit } = draft.measure;
  if (target.is !== 'word' || operator !== 'qualitative' || unit !== null || top === undefined)
    return stepped;
  const [bound, second] = top.condition.bounds;
  const isOnItself = objectsOf(top.clause.parts).length === 0 && step.context.length === 0;
  if (bound === undefined || second !== undefined || !isOnItself) return stepped;
  const limitUnit = sharedUnit(bound.quantity, step.amount);
  return limitUnit === null
    ? stepped
    : { ...stepped, draft: { ...draft, measure: measuredIn(draft.measure, limitUnit) } };
}

/** The unit of a limit, where the step has one of the same kind. */
function sharedUnit(limit: Quantity, step: Quantity | null): Unit | null {
  if (limit.unit === null || step === null || step.unit === null) return null;
  return areComparable(limit.unit, step.unit) ? limit.unit : null;
}

/** Whether the step measures the row's own figure, and which way; null when it counts occurrences. */
function directionOf(stepped: Stepped): Deduction['direction'] | null {
  const { draft, step } = stepped;
  if (step.direction === 'short') return 'shortfall';
  if (step.direction === 'over') return 'excess';
  if (!countsOwnUnit(stepped)) return null;
  if (step.direction === 'late' || isZeroTarget(draft)) return 'excess';
  return step.direction === 'missing' && draft.measure.operator !== '≤' ? 'shortfall' : null;
}

function countsOwnUnit({ draft, step }: Stepped): boolean {
  const { unit } = draft.measure;
  if (unit === null || step.amount === null || step.amount.unit === null) return false;
  return areComparable(step.amount.unit, unit);
}

function isZeroTarget(draft: Draft): boolean {
  return draft.measure.target.is === 'figure' && draft.measure.target.value.isZero();
}

interface Amount {
  readonly value: Decimal;
  readonly basis: Deduction['basis'];
}

/** C4: the size of a step against the row's unit; null when the actual cannot give it. */
function amountOf({ draft, step }: Stepped): Amount | null {
  const { measure } = draft;
  const quantity = step.amount;
  if (quantity === null) return null;
  const { unit } = quantity;
  const each = perOf(quantity, measure.unit);
  if (each !== null) return { value: each, basis: 'absolute' };
  if (unit === null || (measure.unit !== null && areComparable(unit, measure.unit))) {
    const value = inBase(quantity, measure.unit, measure.scale);
    return value === null ? null : { value, basis: isAmountInPercent(draft) ? 'either' : 'absolute' };
  }
  if (unit.group === 'ratio') return { value: quantity.value.mul(unit.factor), basis: 'relative' };
  return null;
}

const MONEY_NAME = /支出|经费|资金|成本|金额|收入|费用/u;
const RATE_NAME = /率|比|增长|增幅|度|占/u;

/** 项目支出 ≤147.68 %: an amount of money under the unit % (C7). */
function isAmountInPercent(draft: Draft): boolean {
  const { target, isRate, name } = draft.measure;
  if (!isRate || target.is !== 'figure' || target.value.eq(HUNDRED) || target.value.isZero()) return false;
  return MONEY_NAME.test(name) && !RATE_NAME.test(name);
}

/** 超过30天扣5分 where 30天 is the target: a limit missed, one penalty (C9). */
function isFlat(step: Step, amount: Decimal, target: Target): boolean {
  if (!step.mayBeThreshold || target.is !== 'figure') return false;
  return amount.eq(target.value) && !target.value.eq(ONE);
}

/** 少于1件: with 每 missing, a figure near the target is a limit and no step; for a target of one both are the same. */
function isRatherThreshold(step: Step, amount: Decimal, target: Target): boolean {
  if (!step.mayBeThreshold) return false;
  if (target.is !== 'figure') return true;
  return !target.value.eq(ONE) && target.value.gt(0) && amount.mul(2).gte(target.value);
}
