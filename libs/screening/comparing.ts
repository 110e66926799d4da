import type { Form } from '#form';
import { copyBandsOf } from './near-copies.ts';
import { withoutYears } from './whole-form.ts';

/** By what a form is found again among thousands: whoever keeps forms keeps these beside them. */
export interface ComparisonKeys {
  /** What it is called, years apart: of the same unit, the same plan. */
  plan: string;
  /** The fund whose direction it is. */
  fund: string | null;
  /** Two forms with nearly the same indicators have at least one of these in common; 32-bit integers. */
  bands: readonly number[];
}

export function comparisonKeysOf(form: Form): ComparisonKeys {
  return {
    plan: planOf(form),
    fund: form.kind === 'direction' ? (form.fund ?? null) : null,
    bands: copyBandsOf(form),
  };
}

/** An overall form is the only one of its unit. */
function planOf(form: Form): string {
  switch (form.kind) {
    case 'project':
      return withoutYears(form.name ?? '');
    case 'direction':
      return withoutYears(`${form.fund ?? ''}·${form.direction ?? ''}`);
    case 'overall':
      return '';
  }
}

const OF_THE_FORM = ['kind', 'fiscalYear', 'unitName', 'name', 'fund', 'direction', 'amount'];
const OF_A_ROW = ['id', 'name', 'operator', 'value', 'unit'];

const picked = <T extends object>(from: T, fields: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field))) as Partial<T>;

/** What the rules between forms read of another form, and nothing else: no person, no text of the plan. */
export function comparedPartOf(form: Form): Form {
  const total = form.kind === 'project' ? form.funding?.thisYear?.total : undefined;
  return {
    ...picked(form, OF_THE_FORM),
    ...(total !== undefined && { funding: { thisYear: { total } } }),
    indicators: (form.indicators ?? []).map((row) => picked(row, OF_A_ROW)),
  } as Form;
}
