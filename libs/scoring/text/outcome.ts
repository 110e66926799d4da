import type { Decimal } from '../decimal.ts';
import type { Quantity } from './tokens.ts';

/** What a clause does to the points. */
export type Outcome =
  | { readonly does: 'award' | 'deduct' | 'state' | 'bonus' | 'cap'; readonly points: Decimal }
  | { readonly does: 'share' | 'deductShare'; readonly percent: Decimal }
  | { readonly does: 'full' | 'nothing' | 'keep' | 'unknown' | 'discretion' | 'floor' | 'goOn' }
  | { readonly does: 'proportion'; readonly deducts: boolean; readonly of: 'done' | 'over' | null }
  | PartOfStep;

export interface Found {
  readonly outcome: Outcome;
  /** Index of the first token after the outcome. */
  readonly next: number;
}

/** 不足50人按50人计算, 不足一个百分点不扣分: how the rule itself counts a part of a step of that size. */
export interface PartOfStep {
  readonly does: 'partOfStep';
  readonly counts: 'whole' | 'up';
  readonly size: Quantity;
}
