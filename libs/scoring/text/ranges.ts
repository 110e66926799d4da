import type { Decimal } from '../decimal.ts';
import type { Comparison, Quantity, Token } from './tokens.ts';
import { has } from './tokens.ts';

/** One bound of a value as the rule writes it. `reversed` when the figure stood before the sign with the sense turned round (80%≥满意度). */
export interface Bound {
  readonly sign: Comparison | 'point';
  readonly quantity: Quantity;
  readonly beforeSign: boolean;
}

export interface Range {
  readonly bounds: readonly Bound[];
  /** What is left of the part: its subject, without the figures and their comparing words. */
  readonly rest: readonly Token[];
}

const TURNED: Readonly<Record<Comparison, Comparison>> = { '≥': '≤', '>': '<', '=': '=', '<': '>', '≤': '≥' };

/** Reads 90%≤满意度<98%, 达到95%以上, 80%（含）-90%, 控制在5万元以内 … out of one part of a condition. */
export function readRange(part: readonly Token[]): Range {
  const bounds: Bound[] = [];
  const used = new Set<number>();
  part.forEach((token, at) => {
    if (token.kind !== 'quantity' || isYear(token.quantity)) return;
    used.add(at);
    bounds.push({ quantity: ofYear(part, token.quantity), ...signAround(part, at, used) });
  });
  return { bounds, rest: part.filter((_, at) => !used.has(at)) };
}

const TIMES_A_YEAR: Readonly<Record<string, number>> = { 每月: 12, 每季度: 4, 每季: 4, 每半年: 2, 每周: 52 };

/** 每月检查一次 is twelve times in the year that the target counts. */
function ofYear(part: readonly Token[], quantity: Quantity): Quantity {
  const often = part.map(({ text }) => TIMES_A_YEAR[text] ?? 0).find((times) => times > 0);
  if (often === undefined || quantity.unit?.group !== 'count') return quantity;
  return { ...quantity, value: quantity.value.mul(often) };
}

export function isYear(quantity: Quantity): boolean {
  const { unit, value } = quantity;
  return (unit?.name === '年' || unit?.name === '年度') && value.gte(1900) && value.lte(2200);
}

type Sign = Pick<Bound, 'sign' | 'beforeSign'>;

function signAround(part: readonly Token[], at: number, used: Set<number>): Sign {
  return writtenSign(part, at, used) ?? dashSign(part, at, used) ?? wordSign(part, at, used);
}

function writtenSign(part: readonly Token[], at: number, used: Set<number>): Sign | null {
  const before = part[at - 1];
  if (before?.kind === 'sign') {
    used.add(at - 1);
    return { sign: before.sign, beforeSign: false };
  }
  const after = part[at + 1];
  if (after?.kind !== 'sign') return null;
  used.add(at + 1);
  return { sign: TURNED[after.sign], beforeSign: true };
}

/**
 * 80%（含）-90%: with the lower end marked the upper one is open. Unmarked (80%-89%) both ends count, and where
 * two bands share an end the first of them has it (C8).
 */
function dashSign(part: readonly Token[], at: number, used: Set<number>): Sign | null {
  const marked = inclusionAfter(part, at);
  if (endsAtDash(part, at)) {
    for (let index = at + 1; part[index]?.kind !== 'quantity'; index += 1) used.add(index);
    return { sign: marked === 'exclusive' ? '>' : '≥', beforeSign: false };
  }
  if (!isDash(part[at - 1])) return null;
  if (marked !== null) used.add(at + 1);
  return { sign: isOpenEnd(part, at) ? '<' : '≤', beforeSign: false };
}

function isOpenEnd(part: readonly Token[], at: number): boolean {
  const marked = inclusionAfter(part, at);
  return marked === 'exclusive' || (marked === null && has(part[at - 2], 'inclusive'));
}

function endsAtDash(part: readonly Token[], at: number): boolean {
  const end = inclusionAfter(part, at) === null ? at + 1 : at + 2;
  return isDash(part[end]) && part[end + 1]?.kind === 'quantity';
}

/** 90%到95%, 2500亩（含）至3000亩. */
function isDash(token: Token | undefined): boolean {
  return token?.kind === 'dash' || token?.text === '至' || token?.text === '到';
}

function inclusionAfter(part: readonly Token[], at: number): 'inclusive' | 'exclusive' | null {
  if (has(part[at + 1], 'inclusive')) return 'inclusive';
  return has(part[at + 1], 'exclusive') ? 'exclusive' : null;
}

/** Words before (达到, 不超过, 低于) and after (以上, 以内); without any it is a bare point whose direction the row gives. */
function wordSign(part: readonly Token[], at: number, used: Set<number>): Sign {
  const marked = inclusionAfter(part, at);
  const end = marked === null ? at + 1 : at + 2;
  if (marked !== null) used.add(at + 1);
  const after = part[end];
  const before = beforeWord(part, at);
  const sign = bySuffix(after, marked) ?? byPrefix(part[before]);
  if (bySuffix(after, marked) !== null) used.add(end);
  if (byPrefix(part[before]) !== null) used.add(before);
  if (byPrefix(part[before]) === '<' && sign !== '<') return { sign: '<', beforeSign: false };
  return { sign: sign ?? 'point', beforeSign: false };
}

/** 必须是100%, 达到了95%: small words may stand between. */
function beforeWord(part: readonly Token[], at: number): number {
  const skipped = new Set(['了', '到', '是', '为', '在']);
  return skipped.has(part[at - 1]?.text ?? '') ? at - 2 : at - 1;
}

function bySuffix(token: Token | undefined, marked: 'inclusive' | 'exclusive' | null): Comparison | null {
  if (has(token, 'orMore')) return marked === 'exclusive' ? '>' : '≥';
  if (has(token, 'orLess')) return marked === 'exclusive' ? '<' : '≤';
  return null;
}

function byPrefix(token: Token | undefined): Comparison | null {
  if (token?.text === '前') return '≤';
  if (has(token, 'below')) return '<';
  if (has(token, 'above')) return '>';
  if (has(token, 'atMost')) return '≤';
  return has(token, 'atLeast') ? '≥' : null;
}

/** Whether a value (in the bound's own base) lies within a bound; a bare point is met by reaching it. */
export function satisfies(value: Decimal, sign: Comparison | 'point', limit: Decimal): boolean {
  switch (sign) {
    case '≥':
      return value.gte(limit);
    case '>':
      return value.gt(limit);
    case '=':
    case 'point':
      return value.eq(limit);
    case '<':
      return value.lt(limit);
    case '≤':
      return value.lte(limit);
  }
}
