import { readActual } from '../actual/figures.ts';
import { saysNone } from '../actual/words.ts';
import { Decimal, ONE, ZERO, figure, pointsText } from '../decimal.ts';
import type { Occurrence } from '../rule.ts';
import { normalise } from '../text/normalise.ts';
import type { Quantity } from '../text/tokens.ts';
import { tokenize } from '../text/tokens.ts';
import { satisfies } from '../text/ranges.ts';
import { areComparable, UNITS } from '../text/units.ts';
import { dayOf, daysAfter, isRealDay } from './dates.ts';
import { countings } from './deduction.ts';
import { framesOf } from './frames.ts';
import type { PointsReading, Policy, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual, needFigure, penaltyPoints } from './outcome.ts';

const LEAD =
  /^(?:发生了?|出现了?|发现了?|查出|共|有|违规|少发|漏发|延期|延后|推迟|延迟|逾期|超期|迟|晚)(?=\d)/u;
const ON_TIME = new Set(
  '按时 按期 如期 及时 按时完成 按期完成 如期完成 及时完成 未延期 未逾期 未延误 提前完成 提前'.split(' '),
);
const EVENT_UNITS = new Set('次 起 例 笔 个 件 宗 场'.split(' '));

/** 每发生1起扣2分, 每延期1天扣1分, steps in a unit of their own (C4, C9, C11). */
export function scoreOccurrence(rule: Occurrence, actual: string, policy: Policy): Scoring {
  const plain = normalise(actual);
  if (saysNone(plain) || (rule.counts === 'late' && isOnTime(rule, plain)))
    return counted(rule, ZERO, '', policy);
  const quantity = leadQuantity(plain);
  if (quantity !== null && isCount(rule, quantity)) return countOf(rule, quantity, plain, policy);
  const { measure } = rule;
  const read = readActual(actual, measure);
  if (read.is === 'word') return manual(`“${read.word}”看不出发生了几次，请人工评分。`);
  if (measure.target.is !== 'figure' && read.is === 'other') {
    return manual(`实际值“${plain}”的单位与评分标准的不同，请人工评分。`);
  }
  const value = needFigure(read, measure);
  return 'kind' in value ? value : ownFigure(rule, value, quantity);
}

function isOnTime({ measure: { target, operator } }: Occurrence, plain: string): boolean {
  const day = target.is === 'day' ? dayOf(plain) : null;
  if (day !== null && target.is === 'day' && isRealDay(day)) {
    const late = daysAfter(day, target.day);
    return late !== null && (late < 0 || (late === 0 && operator !== '早于'));
  }
  return ON_TIME.has(plain) || /^提前\d+天$/u.test(plain);
}

/** 2次违规, 延期2天: the one figure of the text, with a unit. */
function leadQuantity(plain: string): Quantity | null {
  const [first, ...more] = tokenize(plain.replace(LEAD, ''));
  if (first?.kind !== 'quantity') return null;
  return more.every((token) => token.kind === 'text' || token.kind === 'word') ? first.quantity : null;
}

function isCount(rule: Occurrence, { unit }: Quantity): boolean {
  const own = rule.measure.unit;
  if (unit === null) return own === null && rule.measure.target.is !== 'figure';
  if (rule.unitText === null) return unit.group === 'count';
  const wanted = UNITS.get(rule.unitText);
  if (wanted !== undefined && areComparable(unit, wanted)) return true;
  return rule.counts === 'event' && EVENT_UNITS.has(unit.name) && EVENT_UNITS.has(rule.unitText);
}

function countOf(rule: Occurrence, quantity: Quantity, plain: string, policy: Policy): Scoring {
  const base = inRuleUnit(rule, quantity);
  if (base.lt(ZERO)) return invalid(`实际值“${plain}”是负数，请核对。`);
  const isCounted = quantity.unit === null || quantity.unit.group === 'count' || rule.counts === 'late';
  if (isCounted && !base.isInteger()) return invalid(`实际值“${plain}”不是整数，次数不能有小数，请核对。`);
  return counted(rule, base, rule.unitText ?? '次', policy);
}

function inRuleUnit({ unitText }: Occurrence, { value, unit }: Quantity): Decimal {
  const wanted = unitText === null ? undefined : UNITS.get(unitText);
  return value.mul(unit?.factor ?? ONE).div(wanted?.factor ?? ONE);
}

function counted(rule: Occurrence, count: Decimal, unit: string, policy: Policy): Scoring {
  const readings = fulls(rule.marks).flatMap(({ full, label }): PointsReading[] => {
    if (count.isZero()) return [{ points: full, label }];
    if (rule.once && count.gt(1)) return [{ points: null, label: `${label}评分标准只说了一次，多次` }];
    if (rule.cutoff !== null && satisfies(count, rule.cutoff.sign, rule.cutoff.value))
      return [{ points: ZERO, label }];
    const penalty = penaltyPoints(rule.penalty, full);
    return countings(count.div(rule.amount), { part: policy.partStep }).map((one) => ({
      points: Decimal.max(ZERO, full.minus(penalty.mul(one.count))),
      label: `${label}${one.label}`,
    }));
  });
  return decide(readings, rule.marks, (points) => explain(rule, count, unit, points));
}

/** The row's own figure: full marks when the target is met, else nobody knows how many times (C4). */
function ownFigure(rule: Occurrence, value: Decimal, quantity: Quantity | null): Scoring {
  const { measure } = rule;
  const frames = framesOf(
    measure,
    rule.threshold,
    measure.operator === '≤' || measure.operator === '<' || isZero(rule) ? '≤' : '≥',
  );
  const isBareZero = quantity?.unit === null && value.isZero() && !isZero(rule);
  if (frames.length === 0 || !frames.every((frame) => frame.isMet(value)) || isBareZero) {
    return manual('评分标准按次数扣分，实际值没有说明次数，请补充次数或人工评分。');
  }
  const readings = fulls(rule.marks).map(({ full, label }) => ({ points: full, label }));
  return decide(readings, rule.marks, (points) => [`达到目标，没有扣分情形，得 ${pointsText(points)} 分。`]);
}

function isZero({ measure }: Occurrence): boolean {
  return measure.target.is === 'figure' && measure.target.value.isZero();
}

function explain(rule: Occurrence, count: Decimal, unit: string, points: Decimal): string[] {
  if (count.isZero()) return [`没有扣分情形，得满分 ${pointsText(points)} 分。`];
  const cost = figure(penaltyPoints(rule.penalty, rule.marks.weight));
  const lost = rule.marks.weight.minus(points);
  const each = rule.once ? '' : `每 ${figure(rule.amount)} ${unit}`;
  return [
    `发生 ${figure(count)} ${unit}；${each}扣 ${cost} 分，扣 ${figure(lost)} 分，得 ${pointsText(points)} 分。`,
  ];
}
