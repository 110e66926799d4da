import { readActual } from '../actual/figures.ts';
import { gradeName, isSenseless, isYes } from '../actual/words.ts';
import type { Decimal } from '../decimal.ts';
import { figure, pointsText } from '../decimal.ts';
import type { AllOrNothing, YesNo } from '../rule.ts';
import { normalise } from '../text/normalise.ts';
import { framesOf } from './frames.ts';
import { movedIn } from './trends.ts';
import type { PointsReading, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual, needFigure, otherwisePoints, written } from './outcome.ts';

/** C9 on a figure: full marks when met, otherwise what the text says, by target and by the rule's threshold. */
export function scoreAllOrNothing(rule: AllOrNothing, actual: string): Scoring {
  const { measure } = rule;
  const read = readActual(actual, measure);
  const said = read.is === 'word' && measure.operator === 'qualitative' ? isYes(read.word) : null;
  if (said !== null) return settled(rule, said, `实际“${actual.trim()}”`);
  if (read.is === 'word' && measure.operator === 'qualitative')
    return manual(`“${read.word}”看不出是否完成，请人工评分。`);
  const value = needFigure(read, measure);
  if ('kind' in value) return value;
  if (measure.isRanking && !(measure.target.is === 'figure' && value.eq(measure.target.value))) {
    return manual('排名的先后与数的大小相反，请人工评分。');
  }
  return onFigure(rule, value);
}

function onFigure(rule: AllOrNothing, value: Decimal): Scoring {
  const { measure } = rule;
  const met = isUpperLimit(rule) ? '≤' : '≥';
  const frames = framesOf(measure, rule.threshold, met);
  const readings = frames.flatMap((frame) =>
    fulls(rule.marks).map(({ full, label }): PointsReading => {
      const isMet = frame.isMet(value);
      return {
        points: isOverEqual(rule, value) ? null : pointsOf(rule, isMet, full),
        label: `${frame.label}${label}`,
      };
    }),
  );
  return decide(readings, rule.marks, (points) => [
    `实际 ${written(value, measure)}，目标 ${written(frames[0]?.limit ?? value, measure)}，${points.eq(rule.marks.weight) ? '达到' : '未达到'}目标，得 ${pointsText(points)} 分。`,
  ]);
}

/** ＝80个 and 85 done: whether more than the figure meets it is not said. */
function isOverEqual({ measure, threshold }: AllOrNothing, value: Decimal): boolean {
  const { target, operator } = measure;
  return (
    operator === '=' &&
    threshold === null &&
    target.is === 'figure' &&
    !target.value.isZero() &&
    value.gt(target.value)
  );
}

function isUpperLimit({ measure, threshold }: AllOrNothing): boolean {
  if (measure.operator === '≤' || measure.operator === '<') return true;
  if (measure.operator === '≥' || measure.operator === '>') return false;
  if (measure.target.is === 'figure' && measure.target.value.isZero()) return true;
  return threshold?.sign === '≤' || threshold?.sign === '<';
}

function pointsOf(
  { generic, otherwise }: AllOrNothing | YesNo,
  isMet: boolean,
  full: Decimal,
): Decimal | null {
  if (!isMet) return otherwisePoints(otherwise, full);
  return generic ? null : full;
}

function settled(rule: AllOrNothing | YesNo, isMet: boolean, what: string): Scoring {
  const readings = fulls(rule.marks).map(({ full, label }) => ({
    points: pointsOf(rule, isMet, full),
    label,
  }));
  if (isMet && rule.generic) return manual('评分标准的条件不是本指标的内容，是否满足请人工评分。');
  return decide(readings, rule.marks, (points) => [
    isMet
      ? `${what}，满足条件，得满分 ${pointsText(points)} 分。`
      : `${what}，未满足条件，扣 ${figure(rule.marks.weight.minus(points))} 分，得 ${pointsText(points)} 分。`,
  ]);
}

/** C10 on a word: a plain yes, a plain no, or the target's own word; all else is for a person. */
export function scoreYesNo(rule: YesNo, actual: string): Scoring {
  const word = normalise(actual);
  if (isSenseless(word))
    return invalid(
      word === '' ? '实际值为空，请填写实际完成情况。' : `实际值“${actual.trim()}”没有意义，请重新填写。`,
    );
  const isMet = rule.negated
    ? negatedAnswer(word)
    : (ownWord(rule, word) ?? movement(rule, word) ?? isYes(word));
  if (isMet === null) return manual(`“${word}”看不出是否满足条件，请人工评分。`);
  return settled(rule, isMet, `实际“${word}”`);
}

/** 未造成影响得5分: only an answer that denies or names the fact is plain, 是 and 否 are not. */
function negatedAnswer(word: string): boolean | null {
  if (/^(?:未|无|没有).+/u.test(word) || word === '无' || word === '没有')
    return word.length <= 12 ? true : null;
  return /^(?:有|造成|发生|出现)/u.test(word) && word.length <= 12 ? false : null;
}

function ownWord(rule: YesNo, word: string): boolean | null {
  const { target } = rule.measure;
  const own = [target.is === 'word' ? target.word : '', rule.grade ?? ''].filter((text) => text.length > 0);
  const bare = word.replace(/^(?:得到有效|得到|已经|已|有效)|了$/gu, '');
  const isOwn = own.some(
    (text) =>
      text === word ||
      text === bare ||
      text.replace(/^有效/u, '') === bare ||
      gradeName(text) === gradeName(word),
  );
  return isOwn && !/^[未无不没否]/u.test(word) ? true : null;
}

const FLAT = new Set(['持平', '不变', '与上年持平', '无变化', '没有变化']);

/** 持平 where something should have moved is a no; the other direction too. */
function movement(rule: YesNo, word: string): boolean | null {
  const { direction, measure } = rule;
  if (FLAT.has(word)) return direction === 'notUp' || direction === 'notDown';
  if (direction !== 'up' && direction !== 'down') return null;
  const move = movedIn(word, measure.name);
  return move === 'up' || move === 'down' ? move === direction : null;
}
