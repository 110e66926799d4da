import { Decimal, HUNDRED, ZERO } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import { inBase } from '../measure.ts';
import { normalise } from '../text/normalise.ts';
import type { Quantity, Token } from '../text/tokens.ts';
import { tokenize } from '../text/tokens.ts';
import { areComparable, isSameDimension } from '../text/units.ts';
import { isSenseless, saysNone } from './words.ts';

/** An actual value as read: the row's own figure (base units), a figure of something else, a word, or why not. */
export type Actual =
  | { readonly is: 'figure'; readonly value: Decimal }
  | { readonly is: 'other'; readonly quantity: Quantity; readonly word: string }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'invalid'; readonly why: string }
  | { readonly is: 'unclear'; readonly why: string };

const LEAD =
  /^(?:(?:排名)?(?:全[省市县区国])?(?:排名)?第|实际完成数?|实际值|实际|合计|共计|共|完成了?|达到了?|达|为|已完成)(?=[\d-])/u;

/** Reads what a unit entered as 实际完成值 against what the row measures (C16, C17). */
export function readActual(text: string, measure: Measure): Actual {
  const plain = normalise(text).replace(/%%+/u, '%');
  if (isSenseless(plain)) return { is: 'invalid', why: senseless(text.trim()) };
  const own = withoutOwnUnit(plain.replace(LEAD, ''), measure);
  const isNegative = own.startsWith('-') || own.startsWith('负');
  const [first, ...more] = tokenize(isNegative ? own.slice(1) : own.replace(/^\+/u, ''));
  if (first?.kind === 'date') return { is: 'word', word: plain };
  if (first?.kind !== 'quantity') return wordActual(plain, measure);
  const quantity = isNegative ? { ...first.quantity, value: first.quantity.value.neg() } : first.quantity;
  return more.length === 0 ? figureActual(quantity, measure, plain) : trailing(quantity, more, plain);
}

function senseless(text: string): string {
  return text === '' ? '实际值为空，请填写实际完成值。' : `实际值“${text}”不是数也不是说明，请重新填写。`;
}

/** A unit that nobody listed (指数) is taken off before the figure is read. */
function withoutOwnUnit(text: string, { unit, unitText }: Measure): string {
  return unit?.group.startsWith('own:') === true && text.endsWith(unitText)
    ? text.slice(0, -unitText.length)
    : text;
}

function trailing(quantity: Quantity, more: readonly Token[], plain: string): Actual {
  const isPlainText = more.every((token) => token.kind === 'text' || token.kind === 'word');
  if (isPlainText && quantity.unit !== null) return { is: 'other', quantity, word: plain };
  if (!/[\u4e00-\u9fff]/u.test(plain))
    return { is: 'invalid', why: `实际值“${plain}”不是一个数，请重新填写。` };
  return { is: 'unclear', why: `实际值“${plain}”不是单独一个数，请人工评分。` };
}

function wordActual(word: string, measure: Measure): Actual {
  if (saysNone(word) && measure.target.is === 'figure' && measure.target.value.isZero())
    return { is: 'figure', value: ZERO };
  const moved = measure.isRate && measure.mayBeNegative ? movedRate(word, measure.name) : null;
  if (moved !== null) return { is: 'figure', value: moved };
  if (!/[\u4e00-\u9fff]/u.test(word))
    return { is: 'invalid', why: `实际值“${word}”不是数也不是说明，请重新填写。` };
  return { is: 'word', word };
}

/** 与上年持平 is 0 % of growth; 下降4% is −4 % on a row about growth, 4 % on a row about reduction. */
function movedRate(word: string, name: string): Decimal | null {
  if (/^(?:与上年|与去年|较上年|比上年|同比)?持平$/u.test(word)) return ZERO;
  const found = /^(?:较上年|比上年|同比)?(增长|上升|增加|提高|下降|减少|降低)了?(\d+(?:\.\d+)?)%$/u.exec(
    word,
  );
  if (found === null) return null;
  const isFall = /下降|减少|降低/u.test(found[1] ?? '');
  const isRowOfFalls = /下降|减少|降低|降幅/u.test(name);
  const value = new Decimal(found[2] ?? 0);
  return isFall === isRowOfFalls ? value : value.neg();
}

function figureActual(quantity: Quantity, measure: Measure, plain: string): Actual {
  const { unit } = measure;
  if (quantity.unit !== null && (unit === null || !areComparable(quantity.unit, unit))) {
    return { is: 'other', quantity, word: plain };
  }
  const value = inBase(quantity, unit, measure.scale);
  if (value === null) return { is: 'unclear', why: `实际值“${plain}”的单位换算不了，请人工评分。` };
  return checked(value, measure, plain);
}

/** C16: what the row's own figure can never be. */
function checked(value: Decimal, measure: Measure, plain: string): Actual {
  const { unit, name } = measure;
  if (value.lt(ZERO) && !measure.mayBeNegative) {
    return { is: 'invalid', why: `实际值“${plain}”是负数，“${name}”不会小于 0，请核对。` };
  }
  if (unit?.group === 'count' && !value.isInteger() && isWhole(measure)) {
    return { is: 'invalid', why: `实际值“${plain}”不是整数，${unit.name}不能有小数，请核对。` };
  }
  return value.gt(HUNDRED) ? overHundred(value, measure, plain) : { is: 'figure', value };
}

function overHundred(value: Decimal, measure: Measure, plain: string): Actual {
  switch (measure.overHundred) {
    case 'possible':
      return { is: 'figure', value };
    case 'impossible':
      return { is: 'invalid', why: `实际值“${plain}”超过 100%，“${measure.name}”不会超过 100%，请核对。` };
    case 'unclear':
      return { is: 'unclear', why: `实际值“${plain}”超过 100%，“${measure.name}”能否超过 100% 请人工判断。` };
  }
}

function isWhole({ target }: Measure): boolean {
  return target.is !== 'figure' || target.value.isInteger();
}

/** A figure of something else, where the row's own figure is needed. */
export function foreignFigure(quantity: Quantity, measure: Measure, word: string): Actual {
  const { unit } = measure;
  const other = quantity.unit;
  if (unit !== null && other !== null && !isSameDimension(unit, other)) {
    return {
      is: 'invalid',
      why: `实际值“${word}”的单位与指标单位“${measure.unitText}”不符，请改为${measure.unitText}。`,
    };
  }
  return { is: 'unclear', why: `实际值“${word}”的单位与指标的不同，换算不了，请人工评分。` };
}
