import type { Clause } from './clauses.ts';
import type { Quantity, Token } from './tokens.ts';
import { quantityOf } from './outcomes.ts';
import { has } from './tokens.ts';
import { isYear } from './ranges.ts';
import { ONE } from '../decimal.ts';
import { UNITS } from './units.ts';

/** Which way a step is counted. `missing` (未完成1项) is a shortfall on a count row and an event elsewhere. */
export type Direction = 'short' | 'over' | 'late' | 'event' | 'missing';

/** 每少1%: the direction and size of a step, with the parts that stood before and after it. */
export interface Step {
  readonly direction: Direction;
  readonly each: boolean;
  /** null: one of whatever is counted (每有企业提出疑义). */
  readonly amount: Quantity | null;
  /** 少于5件, 不足90%: without 每 this may also name a threshold. */
  readonly mayBeThreshold: boolean;
  readonly context: readonly (readonly Token[])[];
  readonly object: readonly Token[];
}

/** The step of a clause, if its condition is one. */
export function readStep(clause: Clause): Step | null {
  for (let at = clause.parts.length - 1; at >= 0; at -= 1) {
    const part = clause.parts[at] ?? [];
    const step = stepIn(part) ?? continuedStep(clause.parts[at - 1], part);
    if (step === null) continue;
    const after = clause.parts.slice(at + 1).flat();
    if (after.some((token) => token.kind === 'quantity')) return null;
    return {
      ...step,
      context: [...clause.parts.slice(0, at), ...step.context],
      object: [...step.object, ...after],
    };
  }
  return null;
}

/** 超5%的部分，每1个百分点扣2分; 出现该情况的，每件扣3分: the direction stands in the part before. */
function continuedStep(before: readonly Token[] | undefined, part: readonly Token[]): Step | null {
  const each = part.findIndex((token) => has(token, 'each'));
  if (before === undefined || each < 0) return null;
  const [figure, another] = figuresAfter(part, each);
  const directions = new Set(before.flatMap((token) => directionOf(token) ?? []));
  const [direction, second] = [...directions];
  if (direction === undefined || second !== undefined || another !== undefined) return null;
  const amount = figure === undefined ? oneOf(part[each + 1]) : quantityOf(part[figure]);
  if (amount === null) return null;
  const object = part.filter((_, at) => at > each && at !== (figure ?? each + 1));
  return { direction, each: true, amount, mayBeThreshold: false, context: [], object };
}

/** 每件: one of them. */
function oneOf(token: Token | undefined): Quantity | null {
  const unit = token === undefined ? undefined : UNITS.get(token.text);
  return unit === undefined ? null : { value: ONE, unit, scaled: false };
}

function stepIn(part: readonly Token[]): Step | null {
  const each = part.findIndex((token) => has(token, 'each'));
  const [figure, another] = figuresAfter(part, each);
  if (figure === undefined) return each < 0 ? null : uncounted(part, each);
  if (another !== undefined) return null;
  const directed = directionBefore(part, figure, Math.max(each, 0));
  if (directed === null) return each < 0 ? leading(part, figure) : unsaid(part, each, figure);
  const before = part.slice(0, each < 0 ? directed.at : each);
  return {
    direction: directed.direction,
    each: each >= 0,
    amount: quantityOf(part[figure]),
    mayBeThreshold: each < 0 && (has(part[directed.at], 'below') || has(part[directed.at], 'above')),
    context: before.length > 0 ? [before] : [],
    object: [...part.slice(directed.at + 1, figure), ...part.slice(figure + 1)],
  };
}

/** Where the figures after 每 stand, years left out. */
function figuresAfter(part: readonly Token[], each: number): number[] {
  return part.flatMap((token, at) =>
    at > each && token.kind === 'quantity' && !isYear(token.quantity) ? [at] : [],
  );
}

/** The word nearest before the figure that says what is counted. */
function directionBefore(
  part: readonly Token[],
  figure: number,
  start: number,
): { direction: Direction; at: number } | null {
  for (let at = figure - 1; at >= start; at -= 1) {
    const direction = directionOf(part[at]);
    if (direction !== null) return { direction: turned(part, at, direction), at };
  }
  return null;
}

function directionOf(token: Token | undefined): Direction | null {
  if (has(token, 'late')) return 'late';
  if (has(token, 'short')) return 'short';
  if (has(token, 'over')) return 'over';
  if (has(token, 'event') || token?.text === '每有') return 'event';
  return has(token, 'negation') ? 'missing' : null;
}

/** 每发现超标1次: an event word before the measure makes it an event. */
function turned(part: readonly Token[], at: number, direction: Direction): Direction {
  const isEvent = part.slice(0, at).some((token) => has(token, 'event'));
  return isEvent && direction !== 'late' ? 'event' : direction;
}

/** 一项未达标扣1分: the count stands before what did not happen. */
function leading(part: readonly Token[], figure: number): Step | null {
  const token = part[figure];
  const after = part.slice(figure + 1);
  if (token?.kind !== 'quantity' || token.quantity.unit?.group !== 'count') return null;
  if (
    !after.some((word) => has(word, 'negation') || has(word, 'event')) &&
    !part.some((word) => has(word, 'negation'))
  )
    return null;
  return {
    direction: 'event',
    each: true,
    amount: token.quantity,
    mayBeThreshold: false,
    context: [],
    object: [...part.slice(0, figure), ...after],
  };
}

/** 每批评1次: 每, a happening nobody listed, a count. */
function unsaid(part: readonly Token[], each: number, figure: number): Step | null {
  const token = part[figure];
  if (token?.kind !== 'quantity' || token.quantity.unit?.group !== 'count') return null;
  const object = [...part.slice(each + 1, figure), ...part.slice(figure + 1)];
  if (!object.some((word) => word.kind === 'text')) return null;
  return {
    direction: 'event',
    each: true,
    amount: token.quantity,
    mayBeThreshold: false,
    context: [part.slice(0, each)],
    object,
  };
}

/** 每有企业提出疑义: every one of them counts. */
function uncounted(part: readonly Token[], each: number): Step | null {
  const isEvent = part.some((token) => has(token, 'event')) || part[each]?.text === '每有';
  if (!isEvent) return null;
  const object = part.slice(each + 1);
  return {
    direction: 'event',
    each: true,
    amount: null,
    mayBeThreshold: false,
    context: [part.slice(0, each)],
    object,
  };
}
