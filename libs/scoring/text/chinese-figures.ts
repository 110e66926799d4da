import { Decimal } from '../decimal.ts';
import { decimalLength, decimalValue, numeralLength, numeralValue } from './numerals.ts';

/** A figure in Chinese signs; `unit` where the signs themselves name it (九成 and 一半 are percentages). */
export interface ChineseFigure {
  readonly length: number;
  readonly value: Decimal;
  readonly unit?: '%' | '‰';
}

const ARABIC = /\d+(?:\.\d+)?/y;
const PARTS = [
  ['百分之', '%'],
  ['千分之', '‰'],
] as const;
/** What such a figure can begin with: the lexer asks at every sign. */
const STARTS = new Set('零〇一二两三四五六七八九十百千半0123456789');
const TEN = new Decimal(10);
const HALF = new Decimal('0.5');
/** 半分 and 半天, but not 半年 or 半数. */
const HALVES = /^半(?:分(?!之|钟)|天|日|个月|个百分点|个点|个?小时)/u;

/** 百分之五, 千分之五, 九成, 一半, 零点五, 二十, or the half of 半分; null where no figure begins. */
export function chineseFigure(text: string, at: number): ChineseFigure | null {
  if (!STARTS.has(text.charAt(at))) return null;
  return partAt(text, at) ?? halfAt(text, at) ?? tenthsAt(text, at) ?? plainAt(text, at);
}

function partAt(text: string, at: number): ChineseFigure | null {
  const part = PARTS.find(([word]) => text.startsWith(word, at));
  if (part === undefined) return null;
  const figure = arabicOrChinese(text, at + part[0].length);
  return figure === null
    ? null
    : { length: part[0].length + figure.length, value: figure.value, unit: part[1] };
}

function halfAt(text: string, at: number): ChineseFigure | null {
  if (text.startsWith('一半', at)) return { length: 2, value: new Decimal(50), unit: '%' };
  return text.charAt(at) === '半' && HALVES.test(text.slice(at, at + 5)) ? { length: 1, value: HALF } : null;
}

/** 九成 is 90 %; 一成立 and 三成员 are words. */
function tenthsAt(text: string, at: number): ChineseFigure | null {
  const figure = arabicOrChinese(text, at);
  if (figure === null || text.charAt(at + figure.length) !== '成') return null;
  if (/[立员果功本效套品年为人就]/u.test(text.charAt(at + figure.length + 1))) return null;
  return { length: figure.length + 1, value: figure.value.mul(TEN), unit: '%' };
}

function plainAt(text: string, at: number): ChineseFigure | null {
  const decimal = decimalLength(text, at);
  if (decimal > 0) return { length: decimal, value: decimalValue(text.slice(at, at + decimal)) };
  const length = numeralLength(text, at);
  return length === 0 ? null : { length, value: numeralValue(text.slice(at, at + length)) };
}

function arabicOrChinese(text: string, at: number): ChineseFigure | null {
  ARABIC.lastIndex = at;
  const [digits] = ARABIC.exec(text) ?? [];
  return digits === undefined ? plainAt(text, at) : { length: digits.length, value: new Decimal(digits) };
}
