import { ONE } from '../decimal.ts';
import type { AllOrNothing, Otherwise, Threshold, YesNo } from '../rule.ts';
import type { Condition, Trend } from '../text/conditions.ts';
import type { Bound } from '../text/ranges.ts';
import { has } from '../text/tokens.ts';
import { namesSame, objectsOf } from '../topic.ts';
import type { Draft, Shaped, Statement } from './draft.ts';
import { awards, marksOf, needsPerson, offTopic, otherwiseOf, statementOf, thresholdsOf } from './draft.ts';
import { foreignFigures, isTarget } from './thresholds.ts';

/** One condition and what happens otherwise: 达到得满分，否则不得分; 起到作用得5分; 未开展不得分. */
export function conditionShape(draft: Draft): Shaped {
  if (draft.statements.some(({ condition }) => hasEachFigure(condition))) return unreadStep(draft);
  const sides = sidesOf(draft);
  if (sides === null) return several(draft);
  const { top, other, otherwise } = sides;
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const generic = isGeneric(top) || isBesideFigure(draft, sides);
  const parts = draft.statements.flatMap((statement) => statement.clause.parts);
  const off = generic ? null : offTopic(draft, parts);
  if (off !== null) return off;
  if (top?.outcome.does === 'unknown')
    return needsPerson(draft.measure, 'no-score-stated', '评分标准没有写明得几分，请改正后再评。');
  const fields = { marks, measure: draft.measure, generic, otherwise };
  return draft.measure.target.is === 'figure'
    ? onFigure(draft, { top, other, otherwise }, fields)
    : onWord(top, other, fields);
}

function unreadStep(draft: Draft): Shaped {
  if (draft.measure.target.is !== 'word') return several(draft);
  return needsPerson(draft.measure, 'kind-conflict', '指标值是定性的，评分标准却按数计分，请核对。');
}

/** A step that was not understood as one must not pass for a limit. */
function hasEachFigure({ parts }: Condition): boolean {
  return parts.some((part) => {
    const each = part.findIndex((token) => token.text === '每');
    return each >= 0 && part.slice(each).some(({ kind }) => kind === 'quantity');
  });
}

/** The condition met and the condition missed; null when the clauses are more, or are no two sides of one thing. */
interface Sides {
  readonly top: Statement | undefined;
  readonly other: Statement | undefined;
  readonly otherwise: Otherwise;
}

function sidesOf(draft: Draft): Sides | null {
  const [first, second] = awards(draft);
  const [only, third] = draft.statements.filter((statement) => statement !== first);
  if (second !== undefined || third !== undefined || draft.numbered) return null;
  if (first?.outcome.does === 'share') return null;
  if (only === undefined) return { top: first, other: only, otherwise: { is: 'nothing' } };
  const { top, other } = first === undefined ? impliedTop(only) : { top: first, other: only };
  const otherwise = otherwiseOf(other.outcome);
  return otherwise === null || !isOtherSide(top, other) ? null : { top, other, otherwise };
}

/** 业务培训1次，未举办不计分: what stands before the denial is the condition of full marks. */
function impliedTop(other: Statement): { top: Statement | undefined; other: Statement } {
  const { parts } = other.clause;
  const denied = parts.findIndex((part) =>
    part.some((token) => has(token, 'negation') || has(token, 'otherwise')),
  );
  if (denied <= 0) return { top: undefined, other };
  return {
    top: statementOf({ parts: parts.slice(0, denied), outcome: { does: 'full' } }),
    other: statementOf({ parts: parts.slice(denied), outcome: other.outcome }),
  };
}

function several(draft: Draft): Shaped {
  return needsPerson(
    draft.measure,
    'several-conditions',
    '评分标准有几个各自计分的条件，一个实际值不能说明满足了哪些，请人工评分。',
  );
}

/** ≥99% beside <99%. */
function isOpposite(top: Statement | undefined, other: Statement): boolean {
  const [mine, more] = top?.condition.bounds ?? [];
  const [theirs, another] = other.condition.bounds;
  if (mine === undefined || theirs === undefined || more !== undefined || another !== undefined) return false;
  const lower = ['≥', '>', 'point', '='];
  return lower.includes(mine.sign) !== lower.includes(theirs.sign);
}

/** 否则, 未…, 超过…, or the plain fact beside a negated condition (未造成影响得5分，有影响不得分). */
function isOtherSide(top: Statement | undefined, other: Statement): boolean {
  const { condition } = other;
  if (isOpposite(top, other) || has(condition.parts[0]?.[0], 'event')) return true;
  if (condition.isOtherwise || denies(condition)) return true;
  if (condition.isBudget || /超|大于|逾期|延/u.test(condition.text)) return true;
  return top?.condition.isNegated === true || condition.isEvent;
}

/** 未完成, 不合格. */
function denies({ isNegated, grade }: Condition): boolean {
  return isNegated || /^[不未无]/u.test(grade ?? '');
}

/** 按上级要求及时完成各项工作: a duty and no object of its own (C9). */
function isGeneric(top: Statement | undefined): boolean {
  if (top === undefined) return false;
  const { condition } = top;
  if (!condition.isRequired || condition.isBudget || condition.bounds.length > 0) return false;
  return objectsOf(condition.parts).length === 0;
}

/** On a figure row a condition in words counts as the target only where the name itself says it. */
function isBesideFigure(draft: Draft, { top, other }: Sides): boolean {
  if (draft.measure.target.is !== 'figure' || top === undefined || top.condition.isNegated) return false;
  const { bounds, isBudget, parts } = top.condition;
  if (bounds.length > 0 || isBudget || objectsOf(parts).length === 0) return false;
  return !namesSame(`${top.condition.text}|${other?.condition.text ?? ''}`, draft.measure.name);
}

type Fields = Pick<AllOrNothing, 'marks' | 'measure' | 'generic' | 'otherwise'>;

function onFigure(draft: Draft, { top, other }: Sides, fields: Fields): Shaped {
  const flat = onceOnly(other, fields);
  if (flat !== null) return flat;
  const limit = commonLimit(draft, boundsOf(top), boundsOf(other));
  if (limit === 'foreign') return foreignFigures(draft);
  const threshold = limit === null || isTarget(draft, limit) ? null : limit;
  return { kind: 'all-or-nothing', threshold, ...fields };
}

/** The one figure of both sides, null without any; 'foreign' when they differ or measure something else. */
function commonLimit(
  draft: Draft,
  mine: readonly Bound[],
  theirs: readonly Bound[],
): Threshold | null | 'foreign' {
  const isLimited = isLimit(draft);
  const stated = thresholdsOf(draft, mine, isLimited ? '≤' : '≥');
  const opposite = thresholdsOf(draft, theirs, '≥');
  if (stated === null || opposite === null) return 'foreign';
  const [limit, more] = stated;
  if (more !== undefined || !agrees(limit, opposite)) return 'foreign';
  return limit ?? turned(opposite[0]);
}

/** Less is better: ≤, and ＝0起, which should not happen at all. */
function isLimit({ measure: { target, operator } }: Draft): boolean {
  return operator === '≤' || operator === '<' || (target.is === 'figure' && target.value.isZero());
}

function boundsOf(statement: Statement | undefined): readonly Bound[] {
  return statement?.condition.bounds ?? [];
}

/** 未超过5万元得分，超过5万元不得分: both sides must name the same figure. */
function agrees(limit: Threshold | undefined, opposite: readonly Threshold[]): boolean {
  if (opposite.length === 0) return true;
  const [only, second] = opposite;
  return second === undefined && (limit === undefined || only?.value.eq(limit.value) === true);
}

function turned(limit: Threshold | undefined): Threshold | null {
  return limit === undefined ? null : { sign: OTHER_SIDE[limit.sign], value: limit.value };
}

const OTHER_SIDE: Readonly<Record<Threshold['sign'], Threshold['sign']>> = {
  '<': '≥',
  '≤': '>',
  '>': '≤',
  '≥': '<',
  '=': '=',
};

/** 出现风险事件，扣5分: said of one event (C9). */
function onceOnly(other: Statement | undefined, fields: Fields): Shaped {
  const { otherwise, marks, measure } = fields;
  if (otherwise.is !== 'points' && otherwise.is !== 'share') return null;
  if (other?.condition.isEvent !== true || other.condition.isNegated || other.condition.bounds.length > 0)
    return null;
  return {
    kind: 'occurrence',
    counts: 'event',
    amount: ONE,
    unitText: null,
    penalty: otherwise,
    once: true,
    threshold: null,
    cutoff: null,
    marks,
    measure,
  };
}

function onWord(top: Statement | undefined, other: Statement | undefined, fields: Fields): Shaped {
  const { measure } = fields;
  if (
    measure.target.is === 'unreadable' ||
    (measure.operator !== 'qualitative' && measure.operator !== 'quantified')
  ) {
    return needsPerson(measure, 'target-unreadable', '指标值不是一个数，请核对指标值。');
  }
  const flat = onceOnly(other, fields);
  if (flat !== null) return flat;
  if (draftHasFigures(top, other)) {
    return needsPerson(measure, 'kind-conflict', '指标值是定性的，评分标准却按数计分，请核对。');
  }
  const condition = top?.condition;
  const negated = condition !== undefined && isDenial(condition);
  return {
    kind: 'yes-no',
    negated,
    grade: condition?.grade ?? null,
    direction: directionOf(top),
    ...fields,
  } satisfies YesNo;
}

function draftHasFigures(top: Statement | undefined, other: Statement | undefined): boolean {
  return [top, other].some(
    (statement) =>
      statement?.condition.bounds.some((bound) => bound.quantity.unit?.group !== 'month') === true,
  );
}

/** 未造成影响 denies; 起到了减轻不合理负担的作用 does not. */
function isDenial({ isNegated, text }: Condition): boolean {
  return isNegated && !/起到|发挥/u.test(text.replace(/未起到/gu, ''));
}

function directionOf(top: Statement | undefined): Trend | null {
  const move = top?.condition.move ?? null;
  return move === 'same' ? null : move;
}
