import { Decimal } from 'decimal.js';
import type { Form } from '#form';

/** Whether an amount, rounded to the places the other one is written with, is the other one. */
export const roundsTo = (exact: Decimal, written: Decimal): boolean =>
  exact.toDecimalPlaces(written.decimalPlaces()).equals(written);

/** A product without a stated result must be the total, a source or an item of the budget. The total comes first. */
export function budgetAmounts(form: Form): string[] {
  if (form.kind === 'direction') return form.amount === undefined ? [] : [form.amount];
  if (form.kind !== 'project') return [];
  const { thisYear } = form.funding ?? {};
  const { total, ...sources } = thisYear ?? {};
  return [
    ...(total === undefined ? [] : [total]),
    ...Object.values(sources),
    ...(form.budgetItems ?? []).flatMap((item) => item.thisYear ?? []),
  ];
}
