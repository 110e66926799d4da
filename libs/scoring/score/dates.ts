import { readActual } from '../actual/figures.ts';
import { isSenseless, isYes } from '../actual/words.ts';
import { Decimal, ONE, ZERO, figure, pointsText } from '../decimal.ts';
import type { Dated, Threshold } from '../rule.ts';
import { satisfies } from '../text/ranges.ts';
import type { Deadline } from '../text/conditions.ts';
import { normalise } from '../text/normalise.ts';
import type { Day } from '../text/tokens.ts';
import { lastDay, tokenize } from '../text/tokens.ts';
import { countings } from './deduction.ts';
import { framesOf } from './frames.ts';
import type { PointsReading, Policy, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual, needFigure, otherwisePoints, penaltyPoints } from './outcome.ts';

const LATE = /^(?:推迟|延期|延后|延迟|延误|拖延|滞后|逾期|超期|晚|迟)了?(\d+)(?:天|日)(?:完成)?$/u;
const ON_TIME = new Set(
  '按时 按期 如期 及时 按时完成 按期完成 如期完成 及时完成 提前完成 提前 未延期 未逾期'.split(' '),
);

/** C12: calendar days after the deadline; N日前 includes the day. */
export function scoreDated(rule: Dated, actual: string, policy: Policy): Scoring {
  const text = normalise(actual);
  if (isSenseless(text))
    return invalid(
      text === '' ? '实际值为空，请填写完成日期。' : `实际值“${actual.trim()}”不是日期，请重新填写。`,
    );
  const late = LATE.exec(text);
  if (late !== null) return daysLate(rule, new Decimal(late[1] ?? 0), text, policy);
  if (ON_TIME.has(text)) return daysLate(rule, ZERO, text, policy);
  const day = dayOf(text);
  if (day !== null) return onDay(rule, day, text, policy);
  return otherActual(rule, actual, text, policy);
}

export function dayOf(text: string): Day | null {
  const [only, ...more] = tokenize(text.replace(/(?:前)?(?:完成|使用完毕)$/u, ''));
  return only?.kind === 'date' && more.length === 0 ? only.day : null;
}

export function isRealDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year ?? 2024, month);
}

function onDay(rule: Dated, day: Day, text: string, policy: Policy): Scoring {
  if (!isRealDay(day)) return invalid(`实际值“${text}”不是一个存在的日期，请核对。`);
  const late = rule.deadline === null ? null : daysAfter(day, rule.deadline);
  if (late === null) return manual('看不出期限是哪一年，请人工评分。');
  if (late === 0 && rule.measure.operator === '早于')
    return manual('实际日期正是期限当日，“早于”不含当日而评分标准含，请人工评分。');
  return daysLate(rule, new Decimal(Math.max(late, 0)), text, policy);
}

/** Calendar days after a deadline, negative before it; null when neither says the year. */
export function daysAfter(day: Day, deadline: Deadline): number | null {
  const year = day.year ?? deadline.year;
  const limit = deadline.year ?? ownYear(day);
  if (year === null || limit === null) return null;
  return (
    (Date.UTC(year, day.month - 1, day.day) - Date.UTC(limit, deadline.month - 1, deadline.day)) / 86_400_000
  );
}

/**
 * The year of a deadline that names none. A self-evaluation is made in the first months after its year, so a day
 * from April on lies in that year; a day before may be of the year or late, and a person must say.
 */
function ownYear({ year, month }: Day): number | null {
  return month >= 4 ? year : null;
}

function daysLate(rule: Dated, days: Decimal, text: string, policy: Policy): Scoring {
  const readings = fulls(rule.marks).flatMap(({ full, label }) =>
    days.isZero() ? [{ points: full, label }] : late(rule, days, { full, label }, policy),
  );
  return decide(readings, rule.marks, (points) => [
    days.isZero()
      ? `${text}，按时完成，得满分 ${pointsText(points)} 分。`
      : `逾期 ${figure(days)} 天，扣 ${figure(rule.marks.weight.minus(points))} 分，得 ${pointsText(points)} 分。`,
  ]);
}

function late(
  rule: Dated,
  days: Decimal,
  { full, label }: { full: Decimal; label: string },
  policy: Policy,
): PointsReading[] {
  const { perDay, penalty } = rule;
  if (perDay === null || penalty === null) return [{ points: otherwisePoints(rule.otherwise, full), label }];
  if (isCutOff(rule.cutoff, days)) return [{ points: ZERO, label }];
  return countings(days.div(perDay), { part: policy.partStep }).map((one) => ({
    points: Decimal.max(ZERO, full.minus(penaltyPoints(penalty, full).mul(one.count))),
    label: `${label}${one.label}`,
  }));
}

/** 延误超过5天不得分. */
function isCutOff(cutoff: Threshold | null, count: Decimal): boolean {
  return cutoff !== null && satisfies(count, cutoff.sign, cutoff.value);
}

function otherActual(rule: Dated, actual: string, text: string, policy: Policy): Scoring {
  const { measure } = rule;
  const read = readActual(actual, measure);
  if (read.is === 'word') return onAnswer(rule, read.word, policy);
  if (measure.target.is !== 'figure') {
    return read.is === 'invalid'
      ? invalid(read.why)
      : manual(`“${text}”不是日期，请填写完成日期或人工评分。`);
  }
  const value = needFigure(read, measure);
  if ('kind' in value) return value;
  const [frame] = framesOf(measure, null, '≥');
  const isMet = frame?.isMet(value) === true;
  return isMet
    ? daysLate(rule, ZERO, text, policy)
    : manual('实际值没有说明完成日期，请补充日期或人工评分。');
}

/** 是 is in time; 否 is late, which says enough only where the days do not count. */
function onAnswer(rule: Dated, word: string, policy: Policy): Scoring {
  const isDone = isYes(word);
  if (isDone === null || (!isDone && rule.perDay !== null)) {
    return manual(`“${word}”看不出哪一天完成，请人工评分。`);
  }
  return daysLate(rule, isDone ? ZERO : ONE, word, policy);
}
