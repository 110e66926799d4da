import type { PartStep } from '../score/outcome.ts';

/** First-level shares of a form without weights of its own, in points; with execution they add to 100. */
export interface LevelShares {
  readonly cost: number;
  readonly output: number;
  readonly benefit: number;
  readonly satisfaction: number;
}

/** Which tree the indicators follow: in 2015 成本 stands under 产出, in 2021 it is a first level. */
export type IndicatorTree = '2015' | '2021';

export const LEVEL_SHARES: Readonly<Record<IndicatorTree, LevelShares>> = {
  '2015': { cost: 0, output: 50, benefit: 30, satisfaction: 10 },
  '2021': { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
};

/** What a jurisdiction and year decide about a score sheet; the defaults are those of the ministry's self-evaluation table. */
export interface SheetRules {
  readonly tree: IndicatorTree;
  readonly shares: LevelShares;
  /** Points of budget execution. */
  readonly execution: number;
  readonly partStep: PartStep;
  /** Least total of 优, 良 and 中; below the last is 差. */
  readonly grades: { readonly 优: number; readonly 良: number; readonly 中: number };
  /** Per cent of the target above which an overshoot needs a reason. */
  readonly overshoot: number;
}

export function defaultSheetRules(tree: IndicatorTree): SheetRules {
  return {
    tree,
    shares: LEVEL_SHARES[tree],
    execution: 10,
    partStep: 'ask',
    grades: { 优: 90, 良: 80, 中: 60 },
    overshoot: 130,
  };
}
