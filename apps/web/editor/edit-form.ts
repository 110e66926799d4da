import { type Form, type RowList } from '#form';
import { rowsOf, type Row } from '../form/index.ts';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form with another text in a field (`/period/from`); a blank one is left out, as the form wants it. */
export function withText(form: Form, path: string, text: string): Form {
  return withValue(form, path.split('/').slice(1), text) as Form;
}

function withValue(fields: Fields, [key = '', ...rest]: readonly string[], text: string): Fields {
  const { [key]: old, ...others } = fields;
  const value = rest.length === 0 ? text : withValue(isFields(old) ? old : {}, rest, text);
  const isBlank = typeof value === 'string' ? value.trim() === '' : Object.keys(value).length === 0;
  // Keys keep their order, so that nothing looks changed that is not.
  return isBlank ? others : { ...fields, [key]: value };
}

/** The form with other rows in a list; an empty list is left out. */
export function withRows(form: Form, list: RowList, rows: readonly Row[]): Form {
  const { [list]: _, ...others } = form as unknown as Fields;
  if (rows.length === 0) return others as unknown as Form;
  return { ...(form as unknown as Fields), [list]: rows } as unknown as Form;
}

/** What is taken over from the indicator library: how the indicator is called, measured and scored. */
export interface TakenIndicator {
  name: string;
  level1?: string;
  level2?: string;
  unit?: string;
  scoringRule?: string;
}

/** The form with it in a row of indicators; the levels that the row has stay. */
export function withTaken(form: Form, id: string, taken: TakenIndicator): Form {
  const { name, level1, level2, unit, scoringRule } = taken;
  const over = { name, unit, scoringRule };
  const given = Object.entries(over).filter(([, text]) => text !== undefined);
  const levels = Object.entries({ level1, level2 }).filter(([, text]) => text !== undefined);
  return withRows(
    form,
    'indicators',
    rowsOf(form, 'indicators').map((row) =>
      row.id === id ? { ...Object.fromEntries(levels), ...row, ...Object.fromEntries(given) } : row,
    ),
  );
}
