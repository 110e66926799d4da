import type { Found } from './outcome.ts';
import type { Token } from './tokens.ts';
import { has } from './tokens.ts';

/** 最高10分, 封顶10分, 10分封顶, 以5分为限, 加至8分封顶: the most that a rule gives, which are its full marks. */
export function ceilingAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (has(token, 'ceiling')) return afterWord(tokens, at);
  if (token?.text === '以' && tokens[at + 2]?.text === '为' && tokens[at + 3]?.text === '限')
    return stated(tokens, at + 1, at + 4);
  return tokens[at + 1]?.text === '封顶' ? stated(tokens, at, at + 2) : null;
}

const ENDS = new Set(['封顶', '为止', '止', '为限', '为']);

/** 最高不超过满分 says no more than that points end at the full marks. */
function afterWord(tokens: readonly Token[], at: number): Found | null {
  if (has(tokens[at + 1], 'fullMarks')) return { outcome: { does: 'floor' }, next: at + 2 };
  let next = at + 2;
  while (ENDS.has(tokens[next]?.text ?? '')) next += 1;
  return stated(tokens, at + 1, next);
}

function stated(tokens: readonly Token[], at: number, next: number): Found | null {
  const figure = tokens[at];
  if (figure?.kind !== 'quantity' || figure.quantity.unit?.name !== '分' || figure.quantity.scaled)
    return null;
  return { outcome: { does: 'state', points: figure.quantity.value }, next };
}
