import { Decimal, ONE } from '../decimal.ts';
import type { Role } from './lexicon.ts';
import { BY_FIRST, LEXICON } from './lexicon.ts';
import { chineseFigure } from './chinese-figures.ts';
import type { Unit } from './units.ts';
import { LONGEST_UNIT, perUnit, UNITS } from './units.ts';

/** A figure with what is measured: `scaled` when 万 or 亿 stood before the unit, so that a bare figure is absolute. */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: Unit | null;
  readonly scaled: boolean;
}

export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

export type Comparison = '≥' | '>' | '=' | '<' | '≤';

export type Token = { readonly text: string } & (
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'sign'; readonly sign: Comparison }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'comma' | 'stop' | 'open' | 'close' | 'dash' | 'text' }
  | { readonly kind: 'word'; readonly roles: ReadonlySet<Role> }
);

const SCALES: Readonly<Record<string, Decimal>> = {
  万: new Decimal(10_000),
  亿: new Decimal(100_000_000),
  千万: new Decimal(10_000_000),
  百万: new Decimal(1_000_000),
};
/** Units after which a Chinese numeral is rather part of a name (门前三包, 四上单位, 三方). */
const NAMING = new Set(
  '包 面 列 片 部 口 道 站 门 节 类 村 镇 乡 所 支 组 班 方 各 问题 单位 企业 社区 学校 案 本 首 集 张 枚 头 根'.split(
    ' ',
  ),
);
const SCALE_WORDS = ['千万', '百万', '万', '亿'] as const;
const COMMAS = new Set([',', ':', '、', '·']);
const STOPS = new Set([';', '。', '!', '?', '.']);
const FULL_DATE = /(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?/y;
const SHORT_DATE = /()(\d{1,2})月(\d{1,2})(?:日|号)/y;
const MONTH_END = /(?:(\d{4})年)?(\d{1,2})月(?:底|末)/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const SIGNS: Readonly<Record<string, Comparison>> = {
  '≥': '≥',
  '>': '>',
  '=': '=',
  '<': '<',
  '≤': '≤',
  '>=': '≥',
  '<=': '≤',
  '=>': '≥',
  '=<': '≤',
};

/** The tokens of a normalised text, every character in exactly one of them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let pending = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === null) {
      at += 1;
      continue;
    }
    if (pending < at) tokens.push({ kind: 'text', text: text.slice(pending, at) });
    tokens.push(token);
    at += token.text.length;
    pending = at;
  }
  if (pending < at) tokens.push({ kind: 'text', text: text.slice(pending) });
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  const sign = text.charAt(at);
  if (sign >= '0' && sign <= '9') return dateAt(text, at) ?? arabicAt(text, at);
  return wordAt(text, at) ?? chineseAt(text, at) ?? markAt(text, at);
}

function markAt(text: string, at: number): Token | null {
  const sign = text.charAt(at);
  if (COMMAS.has(sign)) return { kind: 'comma', text: sign };
  if (STOPS.has(sign)) return { kind: 'stop', text: sign };
  if (sign === '(') return { kind: 'open', text: sign };
  if (sign === ')') return { kind: 'close', text: sign };
  if (sign === '-') return { kind: 'dash', text: sign };
  const pair = SIGNS[text.slice(at, at + 2)];
  if (pair !== undefined) return { kind: 'sign', sign: pair, text: text.slice(at, at + 2) };
  const single = SIGNS[sign];
  return single === undefined ? null : { kind: 'sign', sign: single, text: sign };
}

function dateAt(text: string, at: number): Token | null {
  const whole = match(FULL_DATE, text, at) ?? match(SHORT_DATE, text, at);
  if (whole !== null) return dateToken(whole, Number(whole[3]));
  const end = match(MONTH_END, text, at);
  return end === null ? null : dateToken(end, lastDay(Number(end[1]) || 2001, Number(end[2])));
}

function dateToken(found: RegExpExecArray, day: number): Token {
  const year = Number(found[1]);
  return {
    kind: 'date',
    text: found[0],
    day: { year: year > 0 ? year : null, month: Number(found[2]), day },
  };
}

/** The last day of a month (1 to 12). */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function arabicAt(text: string, at: number): Token | null {
  const found = match(NUMBER, text, at);
  const isTenths = found !== null && text.charAt(at + found[0].length) === '成';
  const tenths = isTenths ? chineseFigure(text, at) : null;
  if (tenths?.unit !== undefined) {
    const quantity = { value: tenths.value, unit: UNITS.get(tenths.unit) ?? null, scaled: false };
    return { kind: 'quantity', text: text.slice(at, at + tenths.length), quantity };
  }
  return found === null ? null : quantityToken(text, at, found[0].length, new Decimal(found[0]));
}

/** A Chinese numeral counts as a figure only before a unit: 五家 is 5 家, 五联 is a name. */
function chineseAt(text: string, at: number): Token | null {
  const found = chineseFigure(text, at);
  if (found === null) return null;
  const { length, value } = found;
  if (found.unit !== undefined) {
    const quantity = { value, unit: UNITS.get(found.unit) ?? null, scaled: false };
    return { kind: 'quantity', text: text.slice(at, at + length), quantity };
  }
  const token = quantityToken(text, at, length, value);
  const { unit, scaled } = token.quantity;
  if (scaled && length > 0) return token;
  return unit === null || NAMING.has(unit.name) ? null : token;
}

function quantityToken(
  text: string,
  at: number,
  digits: number,
  value: Decimal,
): Token & { kind: 'quantity' } {
  const afterDigits = at + digits;
  const scaleWord = SCALE_WORDS.find((word) => text.startsWith(word, afterDigits)) ?? '';
  const scaled = value.mul(SCALES[scaleWord] ?? ONE);
  const afterScale = afterDigits + scaleWord.length;
  const unit = compoundAt(text, afterScale);
  const end = afterScale + (unit?.length ?? 0);
  const quantity = { value: scaled, unit: unit?.unit ?? null, scaled: scaleWord !== '' };
  return { kind: 'quantity', text: text.slice(at, end), quantity };
}

/** 元, or 元/亩. */
function compoundAt(text: string, at: number): ReturnType<typeof unitAt> {
  const unit = unitAt(text, at);
  if (unit === null || text.charAt(at + unit.length) !== '/') return unit;
  const by = unitAt(text, at + unit.length + 1);
  return by === null ? unit : { unit: perUnit(unit.unit, by.unit), length: unit.length + 1 + by.length };
}

/** The longest unit that starts here. */
export function unitAt(text: string, at: number): { readonly unit: Unit; readonly length: number } | null {
  for (let length = Math.min(LONGEST_UNIT, text.length - at); length > 0; length -= 1) {
    const unit = UNITS.get(text.slice(at, at + length));
    if (unit !== undefined && !splitsNoun(text.slice(at, at + length), text.charAt(at + length)))
      return { unit, length };
  }
  return null;
}

/** 36个点位 are 36 places, not 36 percentage points. */
function splitsNoun(unit: string, next: string): boolean {
  return unit === '个点' && /[位子名]/u.test(next);
}

function wordAt(text: string, at: number): Token | null {
  for (const word of BY_FIRST.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word, at) || splitsAward(word, text, at)) continue;
    const roles = LEXICON.get(word);
    return roles === undefined ? null : { kind: 'word', text: word, roles };
  }
  return null;
}

/** 建设计10分: the 计 belongs to the points, not to 设计. */
function splitsAward(word: string, text: string, at: number): boolean {
  if (word.length === 1 || !/[计得为记]$/u.test(word) || LEXICON.get(word)?.has('plain') !== true)
    return false;
  return /^\d+(?:\.\d+)?分/u.test(text.slice(at + word.length));
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function has(token: Token | undefined, role: Role): boolean {
  return token?.kind === 'word' && token.roles.has(role);
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}
