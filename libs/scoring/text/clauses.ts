import type { Decimal } from '../decimal.ts';
import type { Found, Outcome } from './outcomes.ts';
import { outcomeAt, quantityOf } from './outcomes.ts';
import type { Token } from './tokens.ts';
import { has, textOf } from './tokens.ts';
import type { PartOfStep } from './outcome.ts';
import { hasPointsLeft, isEcho, isPureRange, isSourceRemark } from './remarks.ts';

/** A condition, cut at its commas, and what it does to the points. */
export interface Clause {
  readonly parts: readonly (readonly Token[])[];
  readonly outcome: Outcome;
}

/** A whole rule, cut into clauses; `unread` is what no clause took up. */
export interface Reading {
  readonly clauses: readonly Clause[];
  /** Full marks that the rule states apart from a condition (占5分, 共计10分). */
  readonly stated: readonly Decimal[];
  /** 最多扣5分. */
  readonly caps: readonly Decimal[];
  /** 不足1%按1%计算. */
  readonly partsOfStep: readonly PartOfStep[];
  readonly goesOn: boolean;
  readonly numbered: boolean;
  readonly unread: readonly string[];
}

interface Work {
  readonly tokens: readonly Token[];
  readonly clauses: Clause[];
  readonly stated: Decimal[];
  readonly caps: Decimal[];
  readonly partsOfStep: PartOfStep[];
  readonly unread: string[];
  parts: Token[][];
  part: Token[];
  goesOn: boolean;
  numbers: number;
}

/** Cuts a rule into conditions with outcomes; nothing is dropped but punctuation and remarks in brackets. */
export function readClauses(tokens: readonly Token[]): Reading {
  const work: Work = {
    tokens,
    clauses: [],
    stated: [],
    caps: [],
    partsOfStep: [],
    unread: [],
    parts: [],
    part: [],
    goesOn: false,
    numbers: 0,
  };
  let at = 0;
  while (at < tokens.length) at = step(work, at);
  closePart(work);
  const rest = work.parts.map(textOf).join('');
  if (!isFiller(work.parts)) work.unread.push(rest);
  const { clauses, stated, caps, partsOfStep, goesOn, unread, numbers } = work;
  return { clauses, stated, caps, partsOfStep, goesOn, unread, numbered: numbers > 1 };
}

function step(work: Work, at: number): number {
  const token = work.tokens[at];
  if (token === undefined) return at + 1;
  if (token.kind === 'comma' || token.kind === 'stop') {
    if (isNumbering(work, token)) work.numbers += 1;
    else closePart(work);
    return at + 1;
  }
  if (token.kind === 'open') return bracket(work, at);
  const found = outcomeAt(work.tokens, at) ?? missingDeduct(work, at) ?? missingAward(work, at);
  if (found === null) {
    work.part.push(token);
    return at + 1;
  }
  take(work, found.outcome);
  return found.next;
}

/** 1、… 2. …: a bare figure before a point, where a part begins, numbers an item. */
function isNumbering(work: Work, token: Token): boolean {
  const [first] = work.part;
  const quantity = quantityOf(first);
  if (work.part.length !== 1 || quantity === null || quantity.unit !== null) return false;
  if (token.text !== '、' && token.text !== '.') return false;
  work.part = [];
  return true;
}

/** 少100人次1分: the 扣 may be missing (C3). */
function missingDeduct(work: Work, at: number): Found | null {
  const quantity = quantityOf(work.tokens[at]);
  const before = quantityOf(work.tokens[at - 1]);
  if (quantity?.unit?.name !== '分' || before === null || quantity.scaled) return null;
  const isStep = work.part.some((token) => has(token, 'each') || has(token, 'short') || has(token, 'over'));
  return isStep ? { outcome: { does: 'deduct', points: quantity.value }, next: at + 1 } : null;
}

/** 85%以上4分: the 得 may be missing too. */
function missingAward(work: Work, at: number): Found | null {
  const quantity = quantityOf(work.tokens[at]);
  const before = work.tokens[at - 1];
  if (quantity?.unit?.name !== '分' || quantity.scaled) return null;
  if (!has(before, 'orMore') && !has(before, 'orLess')) return null;
  return { outcome: { does: 'award', points: quantity.value }, next: at + 1 };
}

function bracket(work: Work, at: number): number {
  let end = at + 1;
  while (end < work.tokens.length && work.tokens[end]?.kind !== 'close') end += 1;
  const inside = work.tokens.slice(at + 1, end);
  const [first, second] = inside;
  if (first !== undefined && second === undefined) single(work, first);
  else if (isPureRange(inside)) work.part.push(...inside);
  else if (inside.some((_, index) => outcomeAt(inside, index) !== null)) work.unread.push(textOf(inside));
  return end + 1;
}

/** （5分） gives points, （1） numbers an item, （含） and （10元/亩） belong to the figure; any other word is a remark. */
function single(work: Work, token: Token): void {
  const quantity = quantityOf(token);
  if (quantity?.unit?.name === '分') take(work, { does: 'award', points: quantity.value });
  else if (quantity !== null && quantity.unit === null) work.numbers += 1;
  else if (quantity !== null || isInclusion(token)) work.part.push(token);
  else if (outcomeAt([token], 0) !== null) work.unread.push(token.text);
}

function isInclusion(token: Token): boolean {
  return has(token, 'inclusive') || has(token, 'exclusive');
}

function take(work: Work, outcome: Outcome): void {
  closePart(work);
  if (outcome.does === 'goOn') work.goesOn = true;
  else if (outcome.does === 'state') takeStated(work, outcome.points);
  else if (outcome.does === 'cap') takeCap(work, outcome.points);
  else if (outcome.does === 'partOfStep') takePartOfStep(work, outcome);
  else if (outcome.does === 'floor') takeFloor(work);
  else if (outcome.does === 'award' && isAgain(work)) work.stated.push(outcome.points);
  else closeClause(work, outcome);
}

/** 得满分，计5分: the same marks said twice. */
function isAgain(work: Work): boolean {
  return work.clauses.at(-1)?.outcome.does === 'full' && isFiller(work.parts);
}

function takeStated(work: Work, points: Decimal): void {
  work.stated.push(points);
  if (isFiller(work.parts)) work.parts = [];
}

function takeCap(work: Work, points: Decimal): void {
  work.caps.push(points);
  if (!isFiller(work.parts)) work.unread.push(work.parts.map(textOf).join(''));
  work.parts = [];
}

function takePartOfStep(work: Work, part: PartOfStep): void {
  work.partsOfStep.push(part);
  if (!isFiller(work.parts)) work.unread.push(work.parts.map(textOf).join(''));
  work.parts = [];
}

/** 没有完成，扣完即止 is no points (C3); elsewhere 扣完即止 only says that the floor is 0. */
function takeFloor(work: Work): void {
  if (isFiller(work.parts)) work.parts = [];
  else if (work.parts.some((part) => part.some((token) => has(token, 'negation'))))
    closeClause(work, { does: 'nothing' });
  else {
    work.unread.push(work.parts.map(textOf).join(''));
    work.parts = [];
  }
}

function closeClause(work: Work, outcome: Outcome): void {
  if (work.parts.some(hasPointsLeft)) work.unread.push(work.parts.map(textOf).join(''));
  work.clauses.push({ parts: work.parts, outcome });
  work.parts = [];
}

function closePart(work: Work): void {
  const isRemark = isSourceRemark(work.part) || (work.clauses.length > 0 && isEcho(work.part));
  if (work.part.length > 0 && !isRemark) work.parts.push(work.part);
  work.part = [];
}

function isFiller(parts: readonly (readonly Token[])[]): boolean {
  return parts.every((part) =>
    part.every((token) => has(token, 'filler') || has(token, 'bare') || has(token, 'plain')),
  );
}
