import { Decimal } from 'decimal.js';
import { figuresIn, withoutDates } from './figures.ts';
import { MULTIPLES, readUnit, UNIT_PATTERN } from './units.ts';

/** A sum or product that a text states with its result. */
export interface Equation {
  written: string;
  exact: Decimal;
  stated: Decimal;
}

/** A quantity with a unit price beside it, and the amount in 万元 that the text says it makes. */
export interface Priced {
  terms: string;
  /** In 元. */
  product: Decimal;
  stated?: Decimal;
}

const N = '\\d+(?:\\.\\d+)?';
const EXPRESSION = new RegExp(`((?:[(（]|${N}|[\\p{Script=Han}%/]|[+＋×xX*)）-])+)[=＝](${N})`, 'gu');

/** Equations as a text writes them: (1900+1100.71+100)×12月×48人=1786008.96元; and lists that end in 合计. */
export function equationsIn(text: string): Equation[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const explicit = [...plain.matchAll(EXPRESSION)].flatMap(([written, left = '', right = '0']) => {
    const exact = lastExpression(left.replace(/\d+年/g, ''));
    return exact ? [{ written, exact, stated: new Decimal(right) }] : [];
  });
  return [...explicit, ...listSums(plain), ...partSums(plain)];
}

const MONEY = '亿元|万元|元';
const TERM = `[^，,。；;\\d]*${N}(?:${MONEY})`;
const LIST = new RegExp(
  `((?:${TERM}[，,、；;])+${TERM})[，,、；;]?(?:以上)?(?:合计|共计|总计)(?:资金|金额)?为?(${N})(${MONEY})`,
  'g',
);
const PART = new RegExp(`(${N})(${MONEY})`, 'g');

/** 养老保险69.5万元，医疗保险59.1万元，合计128.6万元: every amount of the sentence must be in the list. */
function listSums(text: string): Equation[] {
  return [...text.matchAll(LIST)].flatMap((match) => {
    const [written, list = '', total = '0', unit] = match;
    const parts = [...list.matchAll(PART)];
    const before =
      text
        .slice(0, match.index)
        .split(/[。；;]/)
        .at(-1) ?? '';
    if (parts.some((part) => part[2] !== unit) || new RegExp(`${N}(?:${MONEY})`).test(before)) return [];
    const exact = parts.reduce((sum, part) => sum.plus(part[1] ?? '0'), new Decimal(0));
    return [{ written, exact, stated: new Decimal(total) }];
  });
}

const WITH_PARTS = new RegExp(`(${N})(${UNIT_PATTERN})[(（]其中:?([^()（）]+)[)）]`, 'g');

/** 3935万平方米（其中垸内305万平方米，垸外3680万平方米）: parts may leave something out, but not exceed the whole. */
function partSums(text: string): Equation[] {
  return [...text.matchAll(WITH_PARTS)].flatMap(([written, whole = '0', unit = '', inner = '']) => {
    const base = readUnit(unit);
    const parts = figuresIn(inner).filter((part) => !part.per && part.unit.base === base?.base);
    if (!base || parts.length < 2) return [];
    const exact = parts.reduce((sum, part) => sum.plus(part.amount), new Decimal(0)).div(base.factor);
    const stated = new Decimal(whole);
    return exact.gt(stated) ? [{ written, exact, stated }] : [];
  });
}

/** The longest end of a text that is a calculation: what stands before it are words and other numbers. */
function lastExpression(text: string): Decimal | undefined {
  for (const { index } of text.matchAll(/(?<![\d.+×xX*/÷-])[(\d]/g)) {
    const rest = text.slice(index);
    const exact = /[+×xX*-]/.test(rest) && !/[/÷]/.test(rest) ? evaluate(rest) : undefined;
    if (exact) return exact;
  }
  return undefined;
}

/** Evaluates + - × and brackets over decimals, words between them ignored; undefined for anything else. */
export function evaluate(expression: string): Decimal | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?%?|[()+×xX*-]/g) ?? [];
  let position = 0;
  const factor = (): Decimal | undefined => {
    const token = tokens[position++];
    if (token !== '(') return token === undefined || !/^\d/.test(token) ? undefined : numberOf(token);
    const inner = sum();
    return tokens[position++] === ')' ? inner : undefined;
  };
  const product = (): Decimal | undefined => {
    let value = factor();
    while (value && /^[×xX*]$/.test(tokens[position] ?? '')) {
      position++;
      const next = factor();
      value = next && value.times(next);
    }
    return value;
  };
  const sum = (): Decimal | undefined => {
    let value = product();
    while (value && /^[+-]$/.test(tokens[position] ?? '')) {
      const sign = tokens[position++] === '+' ? 1 : -1;
      const next = product();
      value = next && value.plus(next.times(sign));
    }
    return value;
  };
  const value = sum();
  return value && position === tokens.length ? value : undefined;
}

const numberOf = (token: string): Decimal =>
  token.endsWith('%') ? new Decimal(token.slice(0, -1)).div(100) : new Decimal(token);

const COUNTED = '人次|人|名|户|个|家|所|亩|台|套|次|间|平方米|公里|米|吨|只|头|株';
const COUNT_THEN_PRICE = new RegExp(
  `(?<count>${N})\\s*(?<scale>[十百千]?万?)(?<unit>${COUNTED})[^\\d，,。；;]{0,8}[，,、×xX*][^\\d，,。；;]{0,10}?` +
    `(?<price>${N})\\s*(?<money>万?元)(?:[/每](?<what>${COUNTED}))?(?:[/每]个?(?<time>次|月|年|天))?`,
  'g',
);
const STATED = new RegExp(
  `^[^\\d。；;]{0,10}(?:需要?|共|计|合计|=|为)[^\\d。；;]{0,8}(${N})\\s*(亿元|万元|元)`,
);
const IN_TEN_THOUSANDS: Readonly<Record<string, string>> = { 亿元: '10000', 万元: '1', 元: '0.0001' };

/** An amount with its unit, in 万元. */
export const tenThousands = (number: string, unit: string): Decimal =>
  new Decimal(number).times(IN_TEN_THOUSANDS[unit] ?? '1');

/** 20个村，每个村5万元; 1300人,50元/人/月，一年需78万元: a quantity, a unit price, and perhaps the result. */
export function pricesIn(text: string): Priced[] {
  const plain = withoutDates(text).replace(/\n/g, '');
  return [...plain.matchAll(COUNT_THEN_PRICE)].flatMap((match) => {
    const [terms] = match;
    const monthly = match.groups?.['time'] === '月' || /每个?月/.test(terms);
    const product = productOf(match, monthly);
    if (!product) return [];
    const stated = statedAfter(plain.slice(match.index + terms.length));
    const written = monthly ? `${terms.trim()}（× 12 个月）` : terms.trim();
    return [{ terms: written, product, ...(stated && { stated }) }];
  });
}

/** Whether the price is one for each of what is counted, and for the year or a month of it. */
function isEach(terms: string, groups: Record<string, string | undefined>): boolean {
  if (terms.includes('=') || groups['time'] === '天' || groups['time'] === '次') return false;
  const [, often = groups['unit']] = /每(天|日|餐|次|课时|学时|小时)/.exec(terms) ?? [];
  if (often !== groups['unit']) return false;
  return groups['what'] !== undefined || groups['time'] !== undefined || terms.includes('每');
}

/** In 元; undefined where the price is not one for each. */
function productOf({ 0: terms, groups = {} }: RegExpMatchArray, monthly: boolean): Decimal | undefined {
  const { count, price, money, scale = '' } = groups;
  if (count === undefined || price === undefined || !isEach(terms, groups)) return undefined;
  const yuan = new Decimal(price).times(money === '万元' ? 10_000 : 1);
  const each = Array.from(scale).reduce((product, word) => product.times(MULTIPLES[word] ?? 1), yuan);
  return each.times(count).times(monthly ? 12 : 1);
}

function statedAfter(rest: string): Decimal | undefined {
  const [, number, unit] = STATED.exec(rest.replace(/^[，,、]/, '')) ?? [];
  return number === undefined || unit === undefined ? undefined : tenThousands(number, unit);
}
