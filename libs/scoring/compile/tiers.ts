import { Decimal, HUNDRED, ZERO } from '../decimal.ts';
import type { Band, NeedsPerson, Threshold } from '../rule.ts';
import type { Outcome } from '../text/outcomes.ts';
import type { Bound } from '../text/ranges.ts';
import type { Draft, Shaped, Statement } from './draft.ts';
import { does, marksOf, needsPerson, offTopic, thresholdsOf } from './draft.ts';

/** 98%≤满意度得10分；90%≤满意度<98%得8分: at least two clauses that give points to a range. */
export function tiersShape(draft: Draft): Shaped {
  const written = draft.statements.filter((statement) => isBand(statement));
  const rising = isRising(written, draft.weight);
  const ranged = rising ? written.toReversed() : written;
  const giving = ranged.filter((statement) => does(statement, 'award', 'full', 'share', 'keep', 'deduct'));
  const [top] = giving;
  if (top === undefined || giving.length < 2 || !isOneTable(ranged)) return null;
  const last = draft.statements.filter((statement) => !ranged.includes(statement));
  if (draft.numbered || last.some((statement) => !isLast(statement))) {
    return needsPerson(draft.measure, 'several-conditions', '评分标准分档之外还有别的条件，请人工评分。');
  }
  return tiersOf({ draft, ranged, top, last, rising });
}

interface Table {
  readonly draft: Draft;
  /** The bands, best first. */
  readonly ranged: readonly Statement[];
  readonly top: Statement;
  readonly last: readonly Statement[];
  readonly rising: boolean;
}

/** 60%以下不得分，60%-80%得3分，80%以上得5分: the worst band first. */
function isRising(written: readonly Statement[], weight: Decimal): boolean {
  const points = written.map(({ outcome }) => bandPoints(outcome, weight));
  const known = points.map((one) => (one === 'full' ? weight : one));
  return known.length > 1 && known.every((one, at) => at === 0 || one.gt(known[at - 1] ?? weight));
}

/** Bands give points, or (95%以上不扣分，90%-95%扣1分) take them away, each between two ends, from the full marks. */
function isOneTable([top, ...others]: readonly Statement[]): boolean {
  const all = [top, ...others].filter((statement) => statement !== undefined);
  if (!all.some((statement) => does(statement, 'deduct', 'keep'))) return true;
  if (top === undefined || !does(top, 'keep', 'full', 'award')) return false;
  return others.every(
    (statement) =>
      does(statement, 'nothing') || (does(statement, 'deduct') && statement.condition.bounds.length === 2),
  );
}

function tiersOf({ draft, ranged, top, last, rising }: Table): Shaped {
  const { measure } = draft;
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const off = offTopic(
    draft,
    ranged.flatMap((statement) => statement.clause.parts),
  );
  if (off !== null) return off;
  if (measure.unit === null && measure.target.is !== 'figure') return noFigure(draft);
  const bands: Band[] = [];
  for (const statement of ranged) {
    const band = bandOf(draft, statement, bands.length === 0 ? ranged[1] : null);
    if (band === null) return noFigure(draft);
    bands.push(band);
  }
  const reversed = isReversed(bands);
  const otherwise = otherwisePoints(draft, last, bands);
  const all = draft.goesOn && otherwise !== null ? continued(bands) : bands;
  return { kind: 'tiers', bands: all, otherwise, reversed, rising, marks, measure };
}

function noFigure(draft: Draft): NeedsPerson {
  return needsPerson(draft.measure, 'two-quantities', '分档的数与本指标的计量对不上，请核对评分标准。');
}

function isBand({ condition, outcome }: Statement): boolean {
  const counted = condition.bounds.filter((bound) => bound.quantity.unit?.name !== '年');
  return (
    counted.length > 0 &&
    counted.length <= 2 &&
    ['award', 'full', 'share', 'nothing', 'keep', 'deduct'].includes(outcome.does)
  );
}

/** 优秀（90分以上）得5分 … 不合格不得分. */
const WORST = new Set(['不合格', '差', '较差', '很差']);

function isLast(statement: Statement): boolean {
  const { grade, bounds, isOtherwise } = statement.condition;
  const isWorst = bounds.length === 0 && WORST.has(grade ?? '') && does(statement, 'nothing');
  return isWorst || (isOtherwise && does(statement, 'nothing', 'award', 'discretion'));
}

/**
 * 100%得5分，95%-100%得4分: a bare figure is the near end of the top band, where `next` says which way it opens;
 * of the others (`next` null) it is that value alone (0次得5分，1次得3分).
 */
function bandOf(draft: Draft, statement: Statement, next: Statement | undefined | null): Band | null {
  const { condition, outcome } = statement;
  const sign = signOf(condition.bounds, next);
  const bounds = sign === null ? null : thresholdsOf(draft, condition.bounds, sign);
  if (bounds === null || bounds.length === 0) return null;
  const points = bandPoints(outcome, draft.weight);
  const exact = bounds.find((bound) => bound.sign === '=');
  if (exact === undefined)
    return { lower: bounds.find(isLower) ?? null, upper: bounds.find(isUpper) ?? null, points };
  return { lower: { sign: '≥', value: exact.value }, upper: { sign: '≤', value: exact.value }, points };
}

function signOf(bounds: readonly Bound[], next: Statement | undefined | null): '≥' | '≤' | '=' | null {
  if (!bounds.some((bound) => bound.sign === 'point')) return '=';
  if (next !== null) return openSign(bounds, next);
  return bounds.length > 1 ? null : '=';
}

function openSign([mine, more]: readonly Bound[], next: Statement | undefined): '≥' | '≤' | null {
  const [theirs] = next?.condition.bounds ?? [];
  if (mine === undefined || more !== undefined || theirs === undefined) return null;
  const order = theirs.quantity.value.comparedTo(mine.quantity.value);
  if (order === 0) return null;
  return order < 0 ? '≥' : '≤';
}

function bandPoints(outcome: Outcome, weight: Decimal): Band['points'] {
  if (outcome.does === 'award') return outcome.points;
  if (outcome.does === 'deduct') return Decimal.max(ZERO, weight.minus(outcome.points));
  if (outcome.does === 'keep') return 'full';
  if (outcome.does === 'share') return weight.mul(outcome.percent).div(HUNDRED);
  return outcome.does === 'full' ? 'full' : ZERO;
}

function isLower({ sign }: Threshold): boolean {
  return sign === '≥' || sign === '>';
}

function isUpper({ sign }: Threshold): boolean {
  return sign === '≤' || sign === '<';
}

/** 80%≥满意度得2分；75%≤满意度<80%得1分: a first band open downwards over bands that lie below it (C8). */
function isReversed([first, second]: readonly Band[]): boolean {
  if (first?.upper == null || first.lower !== null || second?.lower == null) return false;
  return second.lower.value.lt(first.upper.value);
}

function otherwisePoints(draft: Draft, last: readonly Statement[], bands: readonly Band[]): Decimal | null {
  if (draft.goesOn) return isEven(bands) ? ZERO : null;
  const [only, second] = last;
  if (only === undefined) return ZERO;
  if (second !== undefined || only.outcome.does === 'discretion') return null;
  return only.outcome.does === 'award' ? only.outcome.points : ZERO;
}

/** 以此类推 can be followed only where bands and points fall by the same steps (C8). */
function isEven(bands: readonly Band[]): boolean {
  const steps = bands.slice(1).map((band, at) => stepBetween(bands[at], band));
  const [first, ...others] = steps;
  if (first == null) return false;
  return others.every((step) => step?.width.eq(first.width) === true && step.fall.eq(first.fall));
}

function stepBetween(high: Band | undefined, low: Band): { width: Decimal; fall: Decimal } | null {
  if (high?.lower == null || low.lower === null) return null;
  if (!(high.points instanceof Decimal) || !(low.points instanceof Decimal)) return null;
  const step = { width: high.lower.value.minus(low.lower.value), fall: high.points.minus(low.points) };
  return step.width.gt(0) && step.fall.gt(0) ? step : null;
}

function continued(bands: readonly Band[]): Band[] {
  const all: Band[] = [...bands];
  const step = stepBetween(bands.at(-2), bands.at(-1) ?? { lower: null, upper: null, points: ZERO });
  let last = bands.at(-1);
  while (
    step !== null &&
    last?.lower != null &&
    last.points instanceof Decimal &&
    last.points.gt(step.fall)
  ) {
    const lower: Threshold = { sign: last.lower.sign, value: last.lower.value.minus(step.width) };
    const upper: Threshold = { sign: last.lower.sign === '≥' ? '<' : '≤', value: last.lower.value };
    last = { lower, upper, points: last.points.minus(step.fall) };
    all.push(last);
  }
  return all;
}
