import { isSenseless, isYes } from '../actual/words.ts';
import { Decimal, ZERO, figure, pointsText } from '../decimal.ts';
import type { TrendStep, YearOnYear } from '../rule.ts';
import type { Trend } from '../text/conditions.ts';
import { normalise } from '../text/normalise.ts';
import { tokenize } from '../text/tokens.ts';
import type { Unit } from '../text/units.ts';
import { areComparable, UNITS } from '../text/units.ts';
import { countings } from './deduction.ts';
import type { Policy, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual, otherwisePoints, penaltyPoints } from './outcome.ts';

type Move = 'up' | 'down' | 'same' | 'better' | 'worse';

/** C13: how the value moved against last year, from a direction word, a rate, two yearly values, or yes and no. */
export function scoreTrend(rule: YearOnYear, actual: string, policy: Policy): Scoring {
  const text = normalise(actual);
  if (isSenseless(text))
    return invalid(
      text === '' ? '实际值为空，请填写与上年相比的情况。' : `实际值“${actual.trim()}”没有意义，请重新填写。`,
    );
  const isMet = answered(rule, text);
  if (rule.step !== null && isMet !== true) return stepped(rule, rule.step, text, policy);
  if (isMet === null) return manual(`“${text}”看不出与上年相比的变化，请补充上年数或人工评分。`);
  const isLevel = !isMet && rule.same !== null && movedIn(text, rule.measure.name) === 'same';
  const readings = fulls(rule.marks).map(({ full, label }) => ({
    points: isMet ? full : isLevel ? levelPoints(rule, full) : otherwisePoints(rule.otherwise, full),
    label,
  }));
  return decide(readings, rule.marks, (points) => [
    `与上年相比“${text}”，${isMet ? '符合' : '不符合'}要求，得 ${pointsText(points)} 分。`,
  ]);
}

/** 增加2次 under 增加1次扣1分: so many steps the wrong way. */
function stepped(rule: YearOnYear, step: TrendStep, text: string, policy: Policy): Scoring {
  const amount = amountIn(text.replace(LEAD, '').replace(/^(?:上升|增长|增加|上涨|下降|减少|降低)了?/u, ''));
  const wanted = step.unitText === null ? undefined : UNITS.get(step.unitText);
  const fits =
    amount !== null && (wanted === undefined || (amount.unit !== null && areComparable(amount.unit, wanted)));
  if (!fits || movedIn(text, rule.measure.name) !== step.moves)
    return manual(`“${text}”看不出比上年多了或少了多少，请补充或人工评分。`);
  const readings = fulls(rule.marks).flatMap(({ full, label }) =>
    countings(amount.value.div(step.amount), { part: policy.partStep }).map((one) => ({
      points: Decimal.max(ZERO, full.minus(penaltyPoints(step.penalty, full).mul(one.count))),
      label: `${label}${one.label}`,
    })),
  );
  return decide(readings, rule.marks, (points) => [
    `与上年相比“${text}”，扣 ${figure(rule.marks.weight.minus(points))} 分，得 ${pointsText(points)} 分。`,
  ]);
}

/** 持平得3分 is the text's own figure, for the marks that the text had in mind. */
function levelPoints({ same, marks }: YearOnYear, full: Decimal): Decimal | null {
  if (same === 'full') return full;
  return marks.full === null ? same : null;
}

function answered(rule: YearOnYear, text: string): boolean | null {
  const limited = rule.wanted === 'notUp' || rule.wanted === 'notDown' ? withinLimit(text) : null;
  if (limited !== null) return limited;
  const move = movedIn(text, rule.measure.name);
  if (move !== null) return fits(rule, move);
  if (isWordOfTarget(rule, text)) return true;
  const said = isYes(text);
  return said === false && text !== '否' && !deniesWanted(rule.wanted, text) ? null : said;
}

function fits(rule: YearOnYear, move: Move): boolean | null {
  return move === 'down' && isRaise(rule) ? false : FITS[rule.wanted][move];
}

/** 较上年提高得满分 of a row whose 指标值 is 提高: a fall is a plain no. */
function isRaise({ measure: { target }, wanted }: YearOnYear): boolean {
  return (
    wanted === 'better' && target.is === 'word' && /^(?:有效|逐步|稳步)?(?:提高|提升)$/u.test(target.word)
  );
}

function withinLimit(text: string): boolean | null {
  if (/^(?:未|没有|不)(?:超过|超出|超|高于)/u.test(text)) return true;
  return /^(?:超过|超出|超|高于)/u.test(text) ? false : null;
}

/** 未下降 denies 下降; 未上升 leaves open whether it fell. */
function deniesWanted(wanted: Trend, text: string): boolean {
  const words: Readonly<Record<Trend, RegExp>> = {
    up: /上升|增长|增加|提升|提高/u,
    down: /下降|减少|降低/u,
    better: /改善|提升|提高|优化|增强|好转/u,
    same: /持平/u,
    notUp: /不超/u,
    notDown: /不低/u,
  };
  return words[wanted].test(text);
}

function isWordOfTarget({ measure, wanted }: YearOnYear, text: string): boolean {
  return wanted === 'better' && measure.target.is === 'word' && measure.target.word === text;
}

/** What each movement means for each wish; null where it does not say (better need not be less). */
const FITS: Readonly<Record<Trend, Readonly<Record<Move, boolean | null>>>> = {
  up: { up: true, down: false, same: false, better: null, worse: false },
  down: { up: false, down: true, same: false, better: null, worse: null },
  better: { up: true, down: null, same: false, better: true, worse: false },
  notUp: { up: false, down: true, same: true, better: null, worse: null },
  notDown: { up: true, down: false, same: true, better: null, worse: null },
  same: { up: false, down: false, same: true, better: null, worse: null },
};

const LEAD =
  /^(?:(?:与|较|比|同比|相较)?(?:上年度?|去年|上一年|\d{4}年)?(?:同期)?(?:相比)?(?:有|有所|略有|明显|了)?)/u;
const UP = /^(?:上升|增长|增加|上涨|升高)/u;
const DOWN = /^(?:下降|减少|降低|节约|压减)/u;
const BETTER = /^(?:改善|优化|好转|提升|提高|增强|进步)/u;
const WORSE = /^(?:恶化|变差|退步)/u;
const REST = /^了?(?:\d+(?:\.\d+)?(?:%|个百分点|[万亿]?[\u4e00-\u9fff]{1,3})?)?$/u;

/** The movement that a text tells, null when it tells none. */
export function movedIn(text: string, name: string): Move | null {
  return twoYears(text) ?? rateMove(text, name) ?? wordMove(text.replace(LEAD, ''));
}

function wordMove(text: string): Move | null {
  if (/^(?:持平|相同|不变|无变化|没有变化|基本持平|保持不变)$/u.test(text))
    return text.startsWith('基本') ? null : 'same';
  for (const [pattern, move] of [
    [UP, 'up'],
    [DOWN, 'down'],
    [BETTER, 'better'],
    [WORSE, 'worse'],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length);
    if (!REST.test(rest)) return null;
    return /^了?0+(?:\.0+)?(?:%|个百分点)?$/u.test(rest) ? 'same' : move;
  }
  return null;
}

/** 2023年120吨，2024年100吨. */
function twoYears(text: string): Move | null {
  const [, firstYear, first, secondYear, second] = TWO_YEARS.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const before = amountIn(first);
  const after = amountIn(second);
  if (before === null || after === null || !areSame(before.unit, after.unit)) return null;
  const change = after.value.comparedTo(before.value) * (Number(firstYear) > Number(secondYear) ? -1 : 1);
  if (change === 0) return 'same';
  return change > 0 ? 'up' : 'down';
}

const TWO_YEARS =
  /^(20\d{2}|上|去)年(?:度)?(?:为)?([^,;。]+)[,;。](20\d{2}|本|今|当)年(?:度)?(?:为)?([^,;。]+)。?$/u;

function areSame(one: Unit | null, other: Unit | null): boolean {
  return one === null || other === null ? one === other : areComparable(one, other);
}

function amountIn(text: string): { value: Decimal; unit: Unit | null } | null {
  const [only, ...more] = tokenize(text);
  if (only?.kind !== 'quantity' || more.length > 0) return null;
  const { value, unit } = only.quantity;
  return { value: value.mul(unit?.factor ?? 1), unit };
}

const NAMED_FALL = /(?:减少|下降|降低|压减|节约|降)(?:率|幅度|幅|比例)?$/u;
const NAMED_RISE = /(?:增长|增加|上升|提高|提升)(?:率|幅度|幅|比例)?$/u;

/** A signed rate tells its direction; an unsigned one only when the indicator's name does. */
function rateMove(text: string, name: string): Move | null {
  const found = /^([+-]?)(\d+(?:\.\d+)?)(?:%|个百分点)$/u.exec(text);
  if (found === null) return null;
  const [, sign = '', rate = '0'] = found;
  if (Number(rate) === 0) return 'same';
  if (NAMED_FALL.test(name)) return sign === '' ? 'down' : null;
  if (sign !== '') return sign === '-' ? 'down' : 'up';
  return NAMED_RISE.test(name) ? 'up' : null;
}
