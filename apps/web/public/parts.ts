import { type Form } from '#form';
import { INDICATOR_COLUMNS, rowsOf, sectionsOf, textAt, type Field, type Section } from '../form/index.ts';
import { grouped } from '../words/index.ts';

export interface Fact {
  label: string;
  value: string;
  /** A paragraph rather than an entry. */
  isLong: boolean;
}

/** What the public reads of a form, in the order of its paper form; parts without content are left out. */
export interface Parts {
  facts: readonly { title: string; facts: readonly Fact[] }[];
  goals: readonly string[];
  indicators: { heads: readonly string[]; rows: readonly (readonly string[])[] };
}

/** Told above the form already. */
const TOLD: ReadonlySet<string> = new Set(['/unitName', '/department', '/name']);

export function partsOf(form: Form): Parts {
  const facts = sectionsOf(form.kind).map((section) => ({
    title: section.title,
    facts: factsOf(section, form),
  }));
  return {
    facts: facts.filter((part) => part.facts.length > 0),
    goals: rowsOf(form, 'goals').flatMap(({ text }) => text ?? []),
    indicators: indicatorsOf(form),
  };
}

function factsOf(section: Section, form: Form): Fact[] {
  switch (section.as) {
    case 'fields':
      return section.fields
        .filter(({ path }) => !TOLD.has(path))
        .map((field) => factOf(field, form))
        .filter(({ value }) => value !== '');
    case 'matrix':
      return section.rows
        .map(({ value: row, label }) => ({
          label: `${label}（万元）`,
          value: grouped(textAt(form, `/funding/thisYear/${row}`)),
          isLong: false,
        }))
        .filter(({ value }) => value !== '');
    case 'rows':
      return [];
  }
}

function factOf({ path, label, as, choices }: Field, form: Form): Fact {
  const text = textAt(form, path);
  const shown = choices?.find(({ value }) => value === text)?.label ?? text;
  return { label, value: as === 'amount' ? grouped(shown) : shown, isLong: as === 'long' };
}

/** Columns that nothing stands in are left out. */
function indicatorsOf(form: Form): Parts['indicators'] {
  const rows = rowsOf(form, 'indicators');
  const columns = INDICATOR_COLUMNS[form.kind].filter(({ key }) => rows.some((row) => Boolean(row[key])));
  return {
    heads: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
  };
}
