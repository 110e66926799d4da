import { quantityOf } from './outcomes.ts';
import type { Role } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { has, textOf } from './tokens.ts';

const POINTS_WORDS = new Set(['得', '计', '扣', '扣分', '扣除', '扣减', '得分', '计分', '减扣', '倒扣']);
/** 得一半分, 计半数分值: points in words that nobody read. */
const UNREAD_POINTS = /[得计扣加减][^≥≤<>=\d分]{1,5}分值?$/u;
const FORMULA = /[×÷*/=]|乘以|除以/u;

/** 计510, or a formula: points that were not understood must not pass for a condition. */
export function hasPointsLeft(part: readonly Token[]): boolean {
  if (part.some(({ kind, text }) => kind === 'text' && FORMULA.test(text))) return true;
  if (part.at(-1)?.text.includes('分') === true && UNREAD_POINTS.test(textOf(part))) return true;
  return part.some(
    (token, at) =>
      POINTS_WORDS.has(token.text) && (quantityOf(part[at + 1]) !== null || token.text.includes('扣')),
  );
}

/** 以主管部门统计数据为准, 数据来源于年报: where the actual value is taken from changes no points. */
export function isSourceRemark(part: readonly Token[]): boolean {
  if (!/^[以数资来取]/u.test(part[0]?.text ?? '')) return false;
  if (part.some(({ kind }) => kind === 'quantity' || kind === 'sign')) return false;
  return /^(?:以.+为准|(?:数据|资料)?(?:来源于|来源|来自|取自).+)$/u.test(textOf(part));
}

const ECHO = new Set(['计', '计算', '的', '标准', '扣分', '扣', '扣减', '执行', '计分', '计扣', '类推']);

/** 每少2人扣1分计, 按每低1%扣1分的标准扣分: what follows the points only says again that they count. */
export function isEcho(part: readonly Token[]): boolean {
  return part.length > 0 && part.every(({ text }) => ECHO.has(text));
}

const OF_RANGE: readonly Role[] = [
  'orMore',
  'orLess',
  'inclusive',
  'exclusive',
  'below',
  'above',
  'atLeast',
  'atMost',
];

/** 优秀（90分以上）, 良好（80-89分）: a range in brackets is the condition itself. */
export function isPureRange(inside: readonly Token[]): boolean {
  const isOfRange = (token: Token): boolean =>
    ['quantity', 'sign', 'dash'].includes(token.kind) || OF_RANGE.some((role) => has(token, role));
  return inside.some(({ kind }) => kind === 'quantity') && inside.every(isOfRange);
}
