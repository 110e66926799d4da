import type { Clause } from './clauses.ts';
import type { Role } from './lexicon.ts';
import { isYear, readRange } from './ranges.ts';
import type { Bound } from './ranges.ts';
import type { Day, Token } from './tokens.ts';
import { has, textOf } from './tokens.ts';

/** Which way a value should have moved since last year; `notUp` is 不超过上年. */
export type Trend = 'up' | 'down' | 'better' | 'same' | 'notUp' | 'notDown';

/** The day by which something must be done: a day, or the end of a year (null: the row's own). */
export interface Deadline {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** What can be told of a clause's condition from its words alone. */
export interface Condition {
  readonly parts: readonly (readonly Token[])[];
  readonly bounds: readonly Bound[];
  readonly isNegated: boolean;
  readonly isOtherwise: boolean;
  readonly grade: string | null;
  /** Which way it moved against last year. */
  readonly trend: Trend | null;
  /** Which way it moved, whatever it is compared with. */
  readonly move: Trend | null;
  readonly deadline: Deadline | null;
  readonly isEvent: boolean;
  readonly isRequired: boolean;
  readonly isBudget: boolean;
  /** Nothing but words like 完成, 达到目标, 起到作用. */
  readonly isBare: boolean;
  readonly text: string;
}

const HAPPENS = new Set(['发生', '出现', '发现', '造成', '产生', '查出', '查实']);
const EVENT_NOUNS = /事故|投诉|事件|上访|差错|违规|违法|案件|风险|问题/u;

export function conditionOf(clause: Clause): Condition {
  return conditionOfParts(clause.parts);
}

export function conditionOfParts(parts: readonly (readonly Token[])[]): Condition {
  const tokens = parts.flat();
  const text = parts.map(textOf).join(',');
  const some = (role: Role) => tokens.some((token) => has(token, role));
  const isNegated = some('negation');
  return {
    parts,
    bounds: parts.flatMap((part) => readRange(part).bounds),
    isNegated,
    isOtherwise: some('otherwise'),
    grade: gradeOf(tokens),
    trend: trendOf(tokens),
    move: moveOf(tokens),
    deadline: deadlineOf(tokens),
    isEvent: isEventText(tokens, text),
    isRequired: some('required'),
    isBudget: some('budget'),
    isBare: tokens.every((token) => isSmall(token)),
    text,
  };
}

function isEventText(tokens: readonly Token[], text: string): boolean {
  if (tokens.some((token) => HAPPENS.has(token.text))) return true;
  return EVENT_NOUNS.test(text) && tokens.some((token) => has(token, 'negation') || has(token, 'event'));
}

function isSmall(token: Token): boolean {
  return (
    has(token, 'bare') ||
    has(token, 'filler') ||
    has(token, 'negation') ||
    has(token, 'otherwise') ||
    has(token, 'atLeast')
  );
}

const NEGATIVE = new Set(['未', '无', '没有', '没', '不', '未起到']);

/** 效果明显 → 明显; 未起到明显效果 and 作用不明显 → the whole, since they are another grade. */
function gradeOf(tokens: readonly Token[]): string | null {
  const at = tokens.findLastIndex((token) => has(token, 'grade'));
  const found = tokens[at];
  if (found === undefined) return null;
  const before = tokens.slice(Math.max(at - 3, 0), at);
  const negated = before.findIndex((token) => NEGATIVE.has(token.text));
  if (negated < 0) return found.text;
  return textOf(tokens.slice(at - before.length + negated)).replace(/该|了/gu, '');
}

/** 较2023年下降, 比上年增长, 不超过上年度, 与上年持平. */
function trendOf(tokens: readonly Token[]): Trend | null {
  const year = tokens.findIndex((token) => has(token, 'lastYear') || isYearToken(token));
  const than = tokens.findIndex((token) => has(token, 'than'));
  const bare = tokens.findIndex((token) => token.text === '比上');
  if (year < 0 && bare < 0) return null;
  const limit = tokens
    .slice(0, Math.max(year, 0))
    .find((token) => has(token, 'atMost') || has(token, 'below') || token.text === '不低于');
  if (limit !== undefined && than < 0) return limitTrend(limit);
  if (than < 0 && bare < 0) return null;
  return moveOf(tokens.slice(Math.min(...[year, than, bare].filter((at) => at >= 0))));
}

function limitTrend(limit: Token): Trend {
  if (limit.text === '不低于') return 'notDown';
  return has(limit, 'atMost') ? 'notUp' : 'down';
}

function isYearToken(token: Token): boolean {
  return token.kind === 'quantity' && isYear(token.quantity);
}

const TRENDS: readonly (readonly [Role, Trend])[] = [
  ['same', 'same'],
  ['up', 'up'],
  ['down', 'down'],
  ['better', 'better'],
];

/** 提升 and 提高 say both "up" and "better": an improvement. */
function moveOf(tokens: readonly Token[]): Trend | null {
  for (const token of [...tokens].reverse()) {
    if (token.kind !== 'word') continue;
    const found = TRENDS.find(([role]) => token.roles.has(role));
    if (found !== undefined) return has(token, 'better') ? 'better' : found[1];
  }
  return null;
}

function deadlineOf(tokens: readonly Token[]): Deadline | null {
  const date = tokens.find((token) => token.kind === 'date');
  if (date?.kind === 'date') return deadlineFrom(date.day);
  const end = tokens.findIndex((token) => has(token, 'yearEnd'));
  if (end < 0 || !isBeforeEnd(tokens, end)) return null;
  const year = tokens[end - 1];
  const written = year?.kind === 'quantity' && isYear(year.quantity) ? year.quantity.value.toNumber() : null;
  return { year: written, month: 12, day: 31 };
}

function deadlineFrom(day: Day): Deadline {
  return { year: day.year, month: day.month, day: day.day };
}

function isBeforeEnd(tokens: readonly Token[], end: number): boolean {
  return has(tokens[end + 1], 'before') || tokens[end]?.text !== '全年';
}
