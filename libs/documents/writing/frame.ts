import type { FormInput } from '#form';
import { attachmentRows, opinionRows, unitLine, wide, type Around } from './common-rows.ts';
import { indicatorTable } from './indicator-layout.ts';
import type { FormLayout, LayoutRow } from './layout.ts';

/** Empty rows of indicators in a form to be filled in. */
const TO_FILL_IN = 10;

/** What all forms have around their own rows: the unit above, the indicators, remarks and opinions below. */
export function framed(
  form: FormInput,
  around: Around,
  rows: readonly LayoutRow[],
): Omit<FormLayout, 'title'> {
  const { table, isWide } = indicatorTable(form, around.isTemplate ? TO_FILL_IN : 0);
  const last = [
    wide('其他说明的问题', '/remarks', form.remarks),
    ...opinionRows(around),
    ...attachmentRows(form),
  ];
  const plain = { headRows: 0, hasBorders: true };
  const tables = [unitLine(form), { rows, ...plain }, table, { rows: last, ...plain }];
  return { isLandscape: isWide, tables };
}
