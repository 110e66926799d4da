import { valueAt, type Form, type FormInput, type PersonField, type RowList } from '#form';

export type Row = Readonly<{ id: string } & Record<string, string | undefined>>;

/** The rows of a list; every one of a form that the server answered has its id. */
export const rowsOf = (form: Form | FormInput, list: RowList): readonly Row[] =>
  ((form as Record<string, unknown>)[list] as readonly Row[] | undefined) ?? [];

const ERASED = '〔已依法删除〕';

/** The text at a path; of a person whose key was erased, what the law wants shown instead. */
export function textAt(form: Form | FormInput, path: string): string {
  const value = valueAt(form, path);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const parent: unknown = valueAt(form, path.slice(0, path.lastIndexOf('/')));
  return isSealed(parent) ? ERASED : '';
}

const isSealed = (value: unknown): value is Extract<PersonField, { ciphertext: string }> =>
  typeof value === 'object' && value !== null && 'ciphertext' in value;

/** How many rows below, the first included, say the same in a merged column and every merged column before it. */
export function spanOf(rows: readonly Row[], index: number, keys: readonly string[]): number {
  const same = (other: Row | undefined): boolean =>
    other !== undefined && keys.every((key) => (rows[index]?.[key] ?? '') === (other[key] ?? ''));
  if (index > 0 && same(rows[index - 1])) return 0;
  let span = 1;
  while (same(rows[index + span])) span += 1;
  return span;
}

/** What a form is called in a title: its name, fund and direction, or its unit. */
export function nameOf(form: Form | FormInput): string {
  switch (form.kind) {
    case 'project':
      return form.name ?? '（未填名称）';
    case 'overall':
      return `${form.unitName ?? ''}部门整体支出`;
    case 'direction':
      return [form.fund, form.direction].filter(Boolean).join('·') || '（未填名称）';
  }
}
