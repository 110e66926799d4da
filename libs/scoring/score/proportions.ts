import { readActual } from '../actual/figures.ts';
import { isSenseless } from '../actual/words.ts';
import { Decimal, HUNDRED, ONE, ZERO, figure, pointsText } from '../decimal.ts';
import type { EarnPerUnit, Proportional } from '../rule.ts';
import { normalise } from '../text/normalise.ts';
import { satisfies } from '../text/ranges.ts';
import { tokenize } from '../text/tokens.ts';
import { daysAfter, dayOf, isRealDay } from './dates.ts';
import { countings } from './deduction.ts';
import { framesOf } from './frames.ts';
import type { Policy, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual, needFigure, written } from './outcome.ts';

/** C14: points in proportion to the usage rate, to what was done, or to the overrun. */
export function scoreProportional(rule: Proportional, actual: string): Scoring {
  const text = normalise(actual);
  if (isSenseless(text))
    return invalid(
      text === '' ? '实际值为空，请填写实际完成值。' : `实际值“${actual.trim()}”没有意义，请重新填写。`,
    );
  const day = dayOf(text);
  if (day !== null) return byDay(rule, day, text);
  if (rule.of === 'usage' || rule.measure.target.is !== 'figure') return byRate(rule, text);
  const value = needFigure(readActual(actual, rule.measure), rule.measure);
  if ('kind' in value) return value;
  return byFigure(rule, value);
}

function byDay(rule: Proportional, day: Parameters<typeof isRealDay>[0], text: string): Scoring {
  if (!isRealDay(day)) return invalid(`实际值“${text}”不是一个存在的日期，请核对。`);
  const days = rule.deadline === null ? null : daysAfter(day, rule.deadline);
  if (days === 0 && rule.measure.operator === '早于')
    return manual('实际日期正是期限当日，“早于”不含当日而评分标准含，请人工评分。');
  return days !== null && days <= 0
    ? scored(rule, ONE, `${text}，按时完成`)
    : manual('逾期完成，实际值没有说明使用率，请补充使用率或人工评分。');
}

const RATE_NAME = /^(?:资金|预算|实际)?(?:使用|支付|支出|执行|完成)(?:率|比例|进度)(?:为|达|达到)?/u;

/** A bare % on such a row is the usage rate. */
function byRate(rule: Proportional, text: string): Scoring {
  if (DONE.has(text)) return scored(rule, ONE, text);
  const share = rateIn(text, rule.measure.isRate);
  if (share === null) {
    const isNegative = text.startsWith('-');
    return isNegative
      ? invalid(`实际值“${text}”是负数，请核对。`)
      : manual(`“${text}”看不出使用率，请人工评分。`);
  }
  if (share.gt(ONE)) return invalid(`使用率“${text}”超过 100%，请核对。`);
  if (rule.cutoff !== null) return manual('评分标准的界限与实际值对不上，请人工评分。');
  if (rule.of !== 'usage' && !share.eq(ONE))
    return manual('按比例扣分有得分比例和扣分比例两种读法，请人工评分。');
  return scored(rule, share, `使用率 ${text}`);
}

const DONE = new Set(['按时', '按期', '完成', '已完成', '按时完成', '全部完成', '使用完毕']);

/** The one rate of a text as a share; a bare figure is a rate on a row in %. */
function rateIn(text: string, isRateRow: boolean): Decimal | null {
  const [only, ...more] = tokenize(text.replace(RATE_NAME, ''));
  if (only?.kind !== 'quantity' || more.length > 0) return null;
  const { unit, value } = only.quantity;
  if (unit === null) return isRateRow ? value.div(HUNDRED) : null;
  return unit.group === 'ratio' ? value.mul(unit.factor).div(HUNDRED) : null;
}

function byFigure(rule: Proportional, value: Decimal): Scoring {
  const { measure } = rule;
  const met = rule.of === 'excess' || measure.operator === '≤' ? '≤' : '≥';
  const [frame] = framesOf(measure, null, met);
  if (frame === undefined) return manual('指标值不是一个数，请人工评分。');
  const shown = `实际 ${written(value, measure)}，目标 ${written(frame.limit, measure)}`;
  if (frame.isMet(value)) return scored(rule, ONE, `${shown}，达到目标`);
  if (rule.of === 'unclear' || frame.isTargetOnly || frame.limit.isZero())
    return manual('评分标准没有说清按什么比例，请人工评分。');
  if (isCutOff(rule, value)) return scored(rule, ZERO, `${shown}，低于得分的界限`);
  const share = shareOf(rule, value.div(frame.limit), met);
  return share === null ? manual('评分标准没有说清按什么比例，请人工评分。') : scored(rule, share, shown);
}

/** What is kept, from the actual value over the limit. */
function shareOf({ of }: Proportional, ratio: Decimal, met: '≥' | '≤'): Decimal | null {
  if (of !== 'shortfall') return TWO.minus(ratio);
  return met === '≥' ? ratio : null;
}

const TWO = new Decimal(2);

/** 低于60%不得分. */
function isCutOff({ cutoff }: Proportional, value: Decimal): boolean {
  return cutoff !== null && satisfies(value, cutoff.sign, cutoff.value);
}

function scored(rule: Proportional, share: Decimal, what: string): Scoring {
  const kept = Decimal.max(ZERO, share);
  const readings = fulls(rule.marks).map(({ full, label }) => ({ points: full.mul(kept), label }));
  return decide(readings, rule.marks, (points) => [
    `${what}，按比例得 ${pointsText(points)} 分（${figure(kept.mul(HUNDRED).toDecimalPlaces(4))}%）。`,
  ]);
}

/** 每完成1项得2分: whole units earn, capped at the weight (C14). */
export function scoreEarned(rule: EarnPerUnit, actual: string, policy: Policy): Scoring {
  const value = needFigure(readActual(actual, rule.measure), rule.measure);
  if ('kind' in value) return value;
  const readings = fulls(rule.marks).flatMap(({ full, label }) =>
    countings(value.div(rule.amount), { part: policy.partStep }).map((one) => ({
      points: Decimal.min(full, rule.points.mul(one.count)),
      label: `${label}${one.label}`,
    })),
  );
  return decide(readings, rule.marks, (points) => [
    `实际 ${written(value, rule.measure)}，每 ${written(rule.amount, rule.measure)}得 ${figure(rule.points)} 分，得 ${pointsText(points)} 分。`,
  ]);
}
