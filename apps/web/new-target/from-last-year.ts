import { ROW_LISTS, type Form, type FormInput } from '#form';

/** Kept by the register, or belonging to the year that is over: evidence, and what the office says of itself. */
const LEFT_BEHIND = ['fiscalYear', 'unitName', 'department', 'attachments'] as const;
const PERSONS = ['unitHead', 'head', 'contact'] as const;

/**
 * Last year's form as the beginning of this year's: rows without their ids, the amounts as they were asked for, a
 * project that goes on. Persons who were erased from the record (name in 〔〕) do not come along.
 */
export function fromLastYear(form: Form): FormInput {
  const copy: Record<string, unknown> = { ...form };
  for (const key of LEFT_BEHIND) Reflect.deleteProperty(copy, key);
  for (const key of PERSONS) {
    const person = form[key];
    if (person !== undefined && ('ciphertext' in person || person.name?.startsWith('〔') === true))
      Reflect.deleteProperty(copy, key);
  }
  for (const list of ROW_LISTS) {
    const rows = copy[list] as { id: string }[] | undefined;
    if (rows) copy[list] = rows.map(({ id: _, ...row }) => row);
  }
  return (form.kind === 'project' ? { ...copy, attribute: 'continuing' } : copy) as FormInput;
}
