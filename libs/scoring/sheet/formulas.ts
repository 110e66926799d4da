import { readActual } from '../actual/figures.ts';
import { isYes } from '../actual/words.ts';
import type { Decimal as Points } from '../decimal.ts';
import { Decimal, HUNDRED, ONE, ZERO, figure, pointsText } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import type { Scoring } from '../score/outcome.ts';
import { invalid, manual, needFigure, written } from '../score/outcome.ts';

/** 达成, 部分达成, 未达成: shares of the weight, in %, inside which a person says where. */
export const BANDS = [
  { word: '达成', from: 80, to: 100 },
  { word: '部分达成', from: 60, to: 80 },
  { word: '未达成', from: 0, to: 60 },
] as const;

/**
 * Points of a row without a rule of its own. Higher is better: v/t × w, at most w; lower is better:
 * (1 − (v − t)/t) × w, nothing from twice the target; a target of 0 is met by 0 and otherwise for a person;
 * a qualitative row is for a person, inside the band of the word given.
 */
export function scoreByDefault(measure: Measure, weight: Points, actual: string): Scoring {
  const read = readActual(actual, measure);
  if (read.is === 'invalid') return invalid(read.why);
  if (measure.target.is !== 'figure') return inBand(weight, read.is === 'word' ? read.word : actual.trim());
  const value = needFigure(read, measure);
  if ('kind' in value) return value;
  const target = measure.target.value;
  const isLower = measure.operator === '≤' || measure.operator === '<';
  if (target.isZero()) return atZero(measure, weight, value);
  const share = isLower ? ONE.minus(value.minus(target).div(target)) : value.div(target);
  const kept = Decimal.max(ZERO, Decimal.min(ONE, share));
  const points = weight.mul(kept).toDecimalPlaces(2);
  const goal = `实际 ${written(value, measure)}，目标 ${written(target, measure)}`;
  return {
    kind: 'score',
    score: pointsText(points),
    steps: [
      `${goal}，按完成比例 ${figure(kept.mul(HUNDRED).toDecimalPlaces(2))}% 得 ${pointsText(points)} 分。`,
    ],
  };
}

function atZero(measure: Measure, weight: Points, value: Points): Scoring {
  const isMore = measure.operator === '≥' || measure.operator === '>';
  if (value.isZero() || (isMore && value.gt(ZERO))) {
    return {
      kind: 'score',
      score: pointsText(weight),
      steps: [`实际 ${written(value, measure)}，达到目标，得 ${pointsText(weight)} 分。`],
    };
  }
  return manual('目标为 0，实际不为 0，没有比例可算，请人工评分。');
}

function inBand(weight: Points, word: string): Scoring {
  const band = bandOf(word);
  if (band === undefined) return manual(`定性指标请先判断“达成、部分达成、未达成”，再在相应范围内给分。`);
  const [from, to] = [band.from, band.to].map((share) => pointsText(weight.mul(share).div(HUNDRED)));
  return manual(`“${word}”为${band.word}，请在 ${from ?? ''} 到 ${to ?? ''} 分之间给分。`);
}

function bandOf(word: string): (typeof BANDS)[number] | undefined {
  const named = BANDS.find((band) => band.word === word || band.word === word.replace('完成', '达成'));
  if (named !== undefined) return named;
  const said = isYes(word);
  return said === null ? undefined : BANDS[said ? 0 : 2];
}

/** Budget execution: paid over the budget after adjustments, at most all of its points. */
export function scoreExecution(paid: string, budget: string, weight: Points): Scoring {
  const [spent, planned] = [amountOf(paid), amountOf(budget)];
  if (spent === null || planned === null)
    return invalid('预算数和执行数应为不小于 0 的金额（万元），请核对。');
  if (planned.isZero()) return manual('预算数为 0，没有执行率可算，请人工评分。');
  const rate = spent.div(planned);
  const points = weight.mul(Decimal.min(ONE, rate)).toDecimalPlaces(2);
  const percent = figure(rate.mul(HUNDRED).toDecimalPlaces(2));
  return {
    kind: 'score',
    score: pointsText(points),
    steps: [
      `执行 ${figure(spent)} 万元，预算 ${figure(planned)} 万元，执行率 ${percent}%，得 ${pointsText(points)} 分。`,
    ],
  };
}

function amountOf(text: string): Points | null {
  return /^\d+(?:\.\d+)?$/u.test(text) ? new Decimal(text) : null;
}
