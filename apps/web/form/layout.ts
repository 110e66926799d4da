import { type FormKind, type RowList } from '#form';

export interface Choice {
  value: string;
  label: string;
}

/** How a field is written: amounts in 万元, right-aligned; `long` in several lines. */
export type Writing = 'text' | 'long' | 'amount' | 'number' | 'choice';

export interface Field {
  /** JSON Pointer into the form. */
  path: string;
  label: string;
  as: Writing;
  choices?: readonly Choice[];
  /** Takes the whole width of the paper. */
  wide?: boolean;
  /** Filled in by the system: shown, never written. */
  fixed?: boolean;
}

export interface Column {
  key: string;
  label: string;
  as: Writing;
  choices?: readonly Choice[];
  /** Pixels; the widest columns share what is left. */
  width: number;
  /** Equal values below each other stand as one cell. */
  merged?: boolean;
}

/** A part of a paper form. */
export type Section = { id: string; title: string } & (
  | { as: 'fields'; fields: readonly Field[] }
  | { as: 'matrix'; rows: readonly Choice[]; columns: readonly Choice[] }
  | { as: 'rows'; list: RowList; columns: readonly Column[] }
);

/** The parts of a form in the order of its paper form, see `sectionsOf`. */
export type Layout = Readonly<Record<FormKind, readonly Section[]>>;

export const field = (path: string, label: string, as: Writing = 'text'): Field => ({ path, label, as });
export const wide = (path: string, label: string, as: Writing = 'long'): Field => ({
  path,
  label,
  as,
  wide: true,
});
export const choice = (path: string, label: string, choices: readonly Choice[]): Field => ({
  path,
  label,
  as: 'choice',
  choices,
});
export const fixed = (path: string, label: string): Field => ({ path, label, as: 'text', fixed: true });
