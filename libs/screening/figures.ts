import { Decimal } from 'decimal.js';
import { readUnit, UNIT_PATTERN, type Unit } from './units.ts';

/** A number with its unit as it stands in a text. */
export interface Figure {
  /** In the unit's base: 2万人 is 20000 人. */
  amount: Decimal;
  unit: Unit;
  /** As written: `2万人`. */
  written: string;
  /** The part of the sentence the number stands in, without the number. */
  clause: string;
  /** 每月, 每人 … directly before: the figure counts for each of something. */
  per: boolean;
  /** Written in a Chinese digit (一次): enough to count as a quantity, too loose to hold against another. */
  inWords: boolean;
}

/** Dates, ages, document numbers, ranges and formulas: numbers that measure nothing. */
const NO_MEASURE = [
  /(?:19|20)\d{2}\s*(?:年|[./-]\d{1,2})(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?(?:[底末初前内])?/g,
  /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:份|底|末|初|前)?/g,
  /[[〔(]\s*(?:19|20)\d{2}\s*[\]〕)]\s*\d+(?:[、,]\d+)*\s*号/g,
  /\d+(?:[、,]\d+)*\s*号/g,
  /\d+\s*[-—–~～至到]\s*\d+\s*(?:周?岁|年|月|日|天)?/g,
  /\d+\s*周?岁/g,
  /[*×xX]\s*100\s*%/g,
  /第\s*\d+/g,
];
const CHINESE_DIGITS = '一二三四五六七八九十两';
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[${CHINESE_DIGITS}]`;
const FIGURE = new RegExp(`(${NUMBER})\\s*(?:余|多)?\\s*(${UNIT_PATTERN})`, 'g');
const CLAUSE_END = /[，。；;！!？?\n]|,(?!\d{3})/;
const PER =
  /(?:每|按|各)[^\d，。；]{0,3}$|(?:每(?:个|一)?(?:年|月|季度?|周|天|日|人|户|村|次|名))[^\d，。；]{0,6}$/;

/**
 * The same text with everything blanked that is a number but no measure; positions stay. In a text
 * that counts in 万元, a bare 5万 is 5万元.
 */
export function withoutDates(text: string): string {
  return NO_MEASURE.reduce(
    (rest, pattern) => rest.replace(pattern, (match) => '\u3000'.repeat(match.length)),
    plainText(text),
  );
}

const plainText = (text: string): string =>
  text.normalize('NFKC').replace(/(\d)万(?=$|[，,、。；;)）])/g, text.includes('万元') ? '$1万元' : '$1万');

/** All figures of a text that have a unit, in order. */
export function figuresIn(text: string): Figure[] {
  const plain = withoutDates(text);
  const whole = plainText(text);
  return [...plain.matchAll(FIGURE)].flatMap((match) => {
    const [written, number = '', unitText] = match;
    const unit = readUnit(unitText);
    const before = plain.slice(0, match.index);
    if (!unit || /[\d.A-Za-z〔[第]$/.test(before)) return [];
    return [
      {
        amount: readNumber(number).times(unit.factor),
        unit,
        written: written.trim(),
        clause: clauseAround(whole, match.index, match.index + written.length),
        per: PER.test(before),
        inWords: !/\d/.test(number),
      },
    ];
  });
}

/** A decimal as written: separators are dropped, one Chinese digit is read. */
export function readNumber(text: string): Decimal {
  const digit = CHINESE_DIGITS.indexOf(text);
  if (text.length === 1 && digit >= 0) return new Decimal(digit === 10 ? 2 : digit + 1);
  return new Decimal(text.replaceAll(',', ''));
}

function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? '';
  const after = text.slice(end).split(CLAUSE_END)[0] ?? '';
  return `${before} ${after}`;
}
