import type { Decimal as Points } from '../decimal.ts';
import { Decimal } from '../decimal.ts';
import type { ScorableIndicator } from '../indicator.ts';
import { weightOf } from '../measure.ts';
import type { LevelShares, SheetRules } from './rules.ts';

type Level = keyof LevelShares;

/** The first level that a row belongs to; 效果指标 is an older name of 效益指标. */
export function levelOf({ level1, level2 }: ScorableIndicator, { tree }: Pick<SheetRules, 'tree'>): Level {
  const text = `${level1 ?? ''}|${level2 ?? ''}`;
  if (text.includes('满意')) return 'satisfaction';
  const isCost = (level1 ?? '').includes('成本') || (level1 === undefined && text.includes('成本'));
  if (isCost) return tree === '2021' ? 'cost' : 'output';
  return /效益|效果|影响/u.test(text) ? 'benefit' : 'output';
}

/**
 * Points of every row, in form order: its own weight where every row has one, otherwise the rule set's shares,
 * equal inside a level to two places with the rest on the last; a level without rows leaves its share to 效益 or,
 * without that, to 产出.
 */
export function weightsOf(indicators: readonly ScorableIndicator[], rules: SheetRules): readonly Points[] {
  const own = indicators.map((indicator) => weightOf(indicator.weight));
  if (own.every((weight) => weight !== null)) return own;
  const levels = indicators.map((indicator) => levelOf(indicator, rules));
  const shares = sharesFor(new Set(levels), rules.shares);
  const seen = new Map<Level, number>();
  return levels.map((level) => {
    const count = levels.filter((other) => other === level).length;
    const at = (seen.get(level) ?? 0) + 1;
    seen.set(level, at);
    const share = new Decimal(shares[level]);
    const each = share.div(count).toDecimalPlaces(2, Decimal.ROUND_DOWN);
    return at === count ? share.minus(each.mul(count - 1)) : each;
  });
}

function sharesFor(present: ReadonlySet<Level>, shares: LevelShares): Record<Level, number> {
  const given = { ...shares };
  const heirs = (['benefit', 'output', 'cost', 'satisfaction'] as const).filter((level) =>
    present.has(level),
  );
  const [heir] = heirs;
  for (const level of ['cost', 'output', 'benefit', 'satisfaction'] as const) {
    if (present.has(level) || heir === undefined) continue;
    given[heir] += given[level];
    given[level] = 0;
  }
  return given;
}
