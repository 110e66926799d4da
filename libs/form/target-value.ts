import type { Indicator } from './schema.ts';

type Operator = NonNullable<Indicator['operator']>;
/** A paper value taken apart; what cannot be split stays whole in `value`. */
export interface TargetValue {
  operator?: Operator;
  value: string;
  unit?: string;
}

/** Every way papers write an operator, after NFKC (which already turns ＝ ﹥ ≧'s full-width forms into plain ones). */
const WORDS: Readonly<Record<Operator, readonly string[]>> = {
  '≥': [
    '≥',
    '≧',
    '⩾',
    '>=',
    '=>',
    '大于等于',
    '大于或等于',
    '不低于',
    '不少于',
    '不小于',
    '不得低于',
    '至少',
  ],
  '≤': [
    '≤',
    '≦',
    '⩽',
    '<=',
    '=<',
    '小于等于',
    '小于或等于',
    '不超过',
    '不高于',
    '不大于',
    '不多于',
    '不得超过',
    '至多',
  ],
  '>': ['>', '大于', '高于', '超过', '多于'],
  '<': ['<', '小于', '低于', '少于'],
  '=': ['=', '等于'],
  早于: ['早于'],
  定性: ['定性'],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([operator, words]) => words.map((word) => [word, operator as Operator])),
);
const LONGEST_FIRST = [...BY_WORD.keys()].sort((a, b) => b.length - a.length);

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const UNIT =
  '(?:%|‰|℃|[A-Za-z]{1,5}|[亿万千百]?[\\u4e00-\\u9fff㎡]{0,6}(?:/[\\u4e00-\\u9fff㎡A-Za-z]{1,4}){0,3})';
const SPLIT = new RegExp(`^(${NUMBER})\\s*(${UNIT})$`);
/** Words that are no unit though they follow a number: 98%以上, 24小时内, 780次左右. */
const NO_UNIT =
  /(?:以上|以下|以内|以前|之前|之内|左右|前|内|底|起止|完成|达到|发放|到位|按时|及时)$|[的每次]{2}/;
const A_DATE = /^(?:(?:19|20)\d{2}\s*(?:年|[-./]\s*\d{1,2}(?!\d))|\d{1,2}\s*月(?!\/))/;
const BEFORE = /^(?:19|20)\d{2}[\d\s年月日号./底末-]*(?:之前|以前|前)$/;

/** The operator a word of the paper means (≧ ＞= 不低于 → ≥); undefined for any other word, such as 定量. */
export function operatorOf(word: string): Operator | undefined {
  return BY_WORD.get(word.normalize('NFKC').replace(/\s/g, ''));
}

/**
 * Takes a paper value apart: `≥30万元/个` → ≥, 30, 万元/个; `95%` → 95, %; `每月至少 1 次` stays whole.
 * Dates stay as written; 2023年12月31日前 is 早于.
 */
export function parseTargetValue(text: string): TargetValue {
  const written = text.trim();
  const plain = written.normalize('NFKC').replace(/[﹪]/g, '%');
  if (A_DATE.test(plain))
    return BEFORE.test(plain) ? { operator: '早于', value: written } : { value: written };
  const word = LONGEST_FIRST.find((candidate) => plain.startsWith(candidate));
  if (word !== undefined) return withOperator(word, plain, written);
  const bound = /^(.*\S)\s*(以上|以下|以内)$/.exec(plain);
  const split = bound && splitUnit(bound[1] ?? '');
  if (split) return { operator: bound[2] === '以上' ? '≥' : '≤', ...split };
  return splitUnit(plain) ?? { value: written };
}

function withOperator(word: string, plain: string, written: string): TargetValue {
  const operator = BY_WORD.get(word);
  const rest = plain.slice(word.length).replace(/^[:\s]+/, '');
  if (operator === undefined || rest === '') return { value: written };
  const split = splitUnit(rest.replace(/(\S)\s*(?:以上|以下|以内)$/, '$1'));
  if (split) return { operator, ...split };
  const isSign = !/[\u4e00-\u9fff]/.test(word) || word === '早于' || A_DATE.test(rest);
  return isSign ? { operator, value: rest } : { value: written };
}

function splitUnit(plain: string): { value: string; unit?: string } | undefined {
  const [, number, unit = ''] = SPLIT.exec(plain) ?? [];
  if (number === undefined || NO_UNIT.test(unit) || unit.includes('小于')) return undefined;
  return { value: number.replaceAll(',', ''), ...(unit && { unit }) };
}
