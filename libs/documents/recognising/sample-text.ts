import { importDocument, type ImportedForm } from '../index.ts';

/** The forms of a table in plain text: a row a string, its cells apart by `|`. */
export const formsOf = (...rows: string[]): ImportedForm[] =>
  importDocument({
    name: 'a.txt',
    bytes: new TextEncoder().encode(rows.map((row) => row.replaceAll('|', '\t')).join('\n')),
  });

/** Its indicators, without the ids of their rows. */
export const indicatorsOf = (one?: ImportedForm): unknown[] =>
  (one?.form.indicators ?? []).map(({ id: _id, ...fields }) => fields);
