import { type TargetItem } from '../api/index.ts';
import { ungrouped } from '../words/index.ts';

/** What was typed as the granted amounts, by target; absent where nobody changed it. */
export type Amounts = Readonly<Record<string, string>>;

/** 万元 with at most six places, as the server reads it. */
const AMOUNT = /^\d{1,12}(?:\.\d{1,6})?$/u;

export const amountFor = ({ id, amount }: TargetItem, typed: Amounts): string =>
  ungrouped(typed[id] ?? amount ?? '');

/** The targets whose amount is missing or no amount. */
export const withoutAmount = (items: readonly TargetItem[], typed: Amounts): TargetItem[] =>
  items.filter((item) => !AMOUNT.test(amountFor(item, typed)));
