import type { Found } from './outcome.ts';
import type { Quantity, Token } from './tokens.ts';
import { has } from './tokens.ts';

const COUNTED = new Set(['计算', '计', '算', '扣分', '扣', '扣减', '计分']);
const SMALL = new Set(['的', ',', '则', '也', '均']);

/** The remark that begins at a token, if one does. */
export function partOfStepAt(tokens: readonly Token[], at: number): Found | null {
  const figure = tokens[at + 1];
  if (tokens[at]?.text !== '不足' || figure?.kind !== 'quantity') return null;
  let next = at + 2;
  while (SMALL.has(tokens[next]?.text ?? '')) next += 1;
  const size = figure.quantity;
  if (has(tokens[next], 'noDeduction') || isIgnored(tokens, next))
    return { outcome: { does: 'partOfStep', counts: 'whole', size }, next: afterIgnored(tokens, next) };
  return countedAs(tokens, next, size);
}

/** 按50人计算: the same size again, and what it is counted for. */
function countedAs(tokens: readonly Token[], at: number, size: Quantity): Found | null {
  const as = tokens[at + 1];
  if (tokens[at]?.text !== '按' || as?.kind !== 'quantity' || !isSame(as.quantity, size)) return null;
  let next = at + 2;
  while (COUNTED.has(tokens[next]?.text ?? '')) next += 1;
  return { outcome: { does: 'partOfStep', counts: 'up', size }, next };
}

function isIgnored(tokens: readonly Token[], at: number): boolean {
  return ['不计', '不计算', '忽略不计'].some((words) => textFrom(tokens, at, 3).startsWith(words));
}

function afterIgnored(tokens: readonly Token[], at: number): number {
  if (has(tokens[at], 'noDeduction')) return at + 1;
  let next = at;
  while (next < at + 3 && !['comma', 'stop', undefined].includes(tokens[next]?.kind)) next += 1;
  return next;
}

function textFrom(tokens: readonly Token[], at: number, count: number): string {
  return tokens
    .slice(at, at + count)
    .map(({ text }) => text)
    .join('');
}

/** Whether two figures are one: 50人 and 50名 are, 50人 and 50% are not. */
export function isSame(one: Quantity, other: Quantity): boolean {
  return one.value.eq(other.value) && one.unit?.group === other.unit?.group;
}
