import { Decimal } from '../decimal.ts';
import type { Role } from './lexicon.ts';
import type { Quantity, Token } from './tokens.ts';
import { has } from './tokens.ts';
import { ceilingAt } from './ceilings.ts';
import type { Found, Outcome } from './outcome.ts';
import { partOfStepAt } from './parts-of-steps.ts';

export type { Found, Outcome } from './outcome.ts';

/** The outcome that starts at a token, if one does. */
export function outcomeAt(tokens: readonly Token[], at: number): Found | null {
  return (
    partOfStepAt(tokens, at) ??
    floorAt(tokens, at) ??
    wordOutcome(tokens, at) ??
    zeroAt(tokens, at) ??
    figureOutcome(tokens, at)
  );
}

const SINGLE: readonly (readonly [Role, Outcome])[] = [
  ['noPoints', { does: 'nothing' }],
  ['noDeduction', { does: 'keep' }],
  ['discretion', { does: 'discretion' }],
  ['unknownPoints', { does: 'unknown' }],
  ['andSoOn', { does: 'goOn' }],
];

function wordOutcome(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  for (const [role, outcome] of SINGLE) {
    if (token.roles.has(role)) return { outcome, next: afterDiscretion(tokens, at, outcome) };
  }
  if (token.roles.has('proportion')) {
    return { outcome: proportionOf(token.text), next: at + 1 };
  }
  return null;
}

/** 按超支比例扣分, 按完成比例得分; 按完成率扣分 could mean either share. */
function proportionOf(text: string): Outcome {
  const deducts = /扣|减/u.test(text);
  if (text.includes('超')) return { does: 'proportion', deducts, of: 'over' };
  const isDone = text.includes('完成') && deducts === text.includes('未');
  return { does: 'proportion', deducts, of: isDone ? 'done' : null };
}

/** 视情况而定酌情扣分: words of discretion may follow one another. */
function afterDiscretion(tokens: readonly Token[], at: number, outcome: Outcome): number {
  let next = at + 1;
  if (outcome.does !== 'discretion') return next;
  while (has(tokens[next], 'discretion') || has(tokens[next], 'deduct') || has(tokens[next], 'award'))
    next += 1;
  return next;
}

/** 扣完为止 and its misspellings (扣完好止, 扣完艰险止): 扣完, up to three characters, 止. */
function floorAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (has(token, 'floor')) return { outcome: { does: 'floor' }, next: at + 1 };
  if (token?.text !== '扣完') return null;
  let between = 0;
  for (let next = at + 1; next < tokens.length && between <= 3; next += 1) {
    const text = tokens[next]?.text ?? '';
    if (text.endsWith('止') && between + text.length <= 4)
      return { outcome: { does: 'floor' }, next: next + 1 };
    between += text.length;
  }
  return null;
}

/** 85%以下0分: no points need no 得. */
function zeroAt(tokens: readonly Token[], at: number): Found | null {
  const quantity = quantityOf(tokens[at]);
  const isZero = quantity?.unit?.name === '分' && quantity.value.isZero();
  return isZero && tokens[at + 1]?.kind !== 'dash' ? { outcome: { does: 'nothing' }, next: at + 1 } : null;
}

function figureOutcome(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (isBareAward(tokens, at)) return { outcome: { does: 'full' }, next: at + 1 };
  if (token?.text === '按' && has(tokens[at + 2], 'deduct')) return reversed(amount(tokens, at, 'deduct'));
  return ceilingAt(tokens, at) ?? figuredAt(tokens, at);
}

function figuredAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  for (const [role, read] of FIGURED) {
    const found = token.roles.has(role) ? read(tokens, at) : null;
    if (found !== null) return found;
  }
  return null;
}

/** How each kind of word reads the figure after it, in the order in which they are tried. */
const FIGURED: readonly (readonly [Role, (tokens: readonly Token[], at: number) => Found | null])[] = [
  ['fullMarks', (tokens, at) => statedAt(tokens, at) ?? { outcome: { does: 'full' }, next: at + 1 }],
  ['stated', statedAt],
  ['atMostDeduct', (tokens, at) => amount(tokens, at, 'cap')],
  ['bonus', (tokens, at) => amount(tokens, at, 'bonus')],
  ['award', awardAt],
  ['deduct', (tokens, at) => amount(tokens, at, 'deduct') ?? shareAt(tokens, at + 1, 'deductShare')],
];

function statedAt(tokens: readonly Token[], at: number): Found | null {
  const start = tokens[at + 1]?.text === '为' ? at + 1 : at;
  return amount(tokens, start, 'state');
}

function awardAt(tokens: readonly Token[], at: number): Found | null {
  const found = amount(tokens, at, 'award') ?? shareAt(tokens, at + 1, 'share');
  if (found !== null) return found;
  const next = tokens[at + 1];
  if (has(next, 'fullMarks')) return { outcome: { does: 'full' }, next: at + 2 };
  if (has(next, 'unknownPoints')) return { outcome: { does: 'unknown' }, next: at + 2 };
  return null;
}

function amount(
  tokens: readonly Token[],
  at: number,
  does: 'award' | 'deduct' | 'state' | 'bonus' | 'cap',
): Found | null {
  const quantity = quantityOf(tokens[at + 1]);
  if (quantity === null || !isPoints(quantity)) return null;
  const next = tokens[at + 2]?.text === '分' ? at + 3 : at + 2;
  if (does === 'award' && quantity.value.isZero()) return { outcome: { does: 'nothing' }, next };
  return { outcome: { does, points: quantity.value }, next };
}

/** 消耗下降得分，无下降不得分. */
function isBareAward(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.text === '得分' && (next === undefined || next.kind === 'comma' || next.kind === 'stop');
}

/** 按1分扣. */
function reversed(found: Found | null): Found | null {
  return found === null ? null : { ...found, next: found.next + 1 };
}

/** 计10份 is a slip for 计10分 (the table has it). */
export function isPoints(quantity: Quantity): boolean {
  return !quantity.scaled && (quantity.unit?.name === '分' || quantity.unit?.name === '份');
}

/** 扣10%本项分值 and 扣本项分值的10%. */
function shareAt(tokens: readonly Token[], at: number, does: 'share' | 'deductShare'): Found | null {
  if (tokens[at]?.text === '一半') return halfAt(tokens, at, does);
  const isNamedFirst = has(tokens[at], 'share');
  const quantity = quantityOf(tokens[isNamedFirst ? at + 1 : at]);
  if (quantity?.unit?.name !== '%') return null;
  if (!isNamedFirst && !has(tokens[at + 1], 'share')) return null;
  let next = at + 2;
  while (has(tokens[next], 'share')) next += 1;
  return { outcome: { does, percent: quantity.value }, next };
}

/** 得一半分, 扣一半. */
function halfAt(tokens: readonly Token[], at: number, does: 'share' | 'deductShare'): Found {
  let next = at + 1;
  while (has(tokens[next], 'share') || tokens[next]?.text === '分') next += 1;
  return { outcome: { does, percent: HALF }, next };
}

const HALF = new Decimal(50);

export function quantityOf(token: Token | undefined): Quantity | null {
  return token?.kind === 'quantity' ? token.quantity : null;
}
