import type { Form } from '#form';

/** What the form asks for this year, in 万元. */
export function totalOf(form: Form | undefined): string | undefined {
  switch (form?.kind) {
    case 'project':
      return form.funding?.thisYear?.total;
    case 'overall':
      return form.expenditure?.total;
    case 'direction':
      return form.amount;
    case undefined:
      return undefined;
  }
}

/** People and row ids change without the plan changing. */
const NOT_THE_PLAN = new Set([
  'id',
  'head',
  'contact',
  'unitHead',
  'fiscalYear',
  'lastYear',
  'attachments',
  'remarks',
]);

/** A form or text as one line in which every year reads the same: equal lines differ in years only. */
export function withoutYears(thing: Form | string): string {
  const text =
    typeof thing === 'string'
      ? thing
      : JSON.stringify(thing, (key, value: unknown) =>
          NOT_THE_PLAN.has(key) ? undefined : sortedKeys(value),
        );
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<!\d)(?:19|20)\d{2}(?=年|[-./])/g, '〇');
}

/** Objects with their keys in one order, so that equal forms give equal lines. */
function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
