import { Decimal } from '../decimal.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** How many characters from `start` are a Chinese numeral (万 and 亿 are read as scales by the caller). */
export function numeralLength(text: string, start: number): number {
  let end = start;
  while (end < text.length && isNumeral(text.charAt(end))) end += 1;
  return end - start;
}

/** 零点五, 一点二: a point counts between two digits only. */
export function decimalLength(text: string, start: number): number {
  const whole = numeralLength(text, start);
  if (whole === 0 || text.charAt(start + whole) !== '点') return 0;
  const after = numeralLength(text, start + whole + 1);
  return after === 0 ? 0 : whole + 1 + after;
}

/** 零点五 → 0.5. Only what decimalLength accepted is given. */
export function decimalValue(text: string): Decimal {
  const [whole = '', after = ''] = text.split('点');
  const places = Array.from(after, (sign) => String(DIGITS[sign] ?? 0)).join('');
  return numeralValue(whole).plus(`0.${places}`);
}

function isNumeral(sign: string): boolean {
  return sign in DIGITS || sign in PLACES;
}

/** 两百五十 → 250. Only what numeralLength accepted is given. */
export function numeralValue(text: string): Decimal {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    const place = PLACES[sign];
    if (place === undefined) {
      digit = digit * 10 + (DIGITS[sign] ?? 0);
    } else {
      total += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    }
  }
  return new Decimal(total + digit);
}
