import { type Form } from '#form';
import { rowsOf, sectionsOf, textAt } from '../form/index.ts';
import { withRows, withText } from './edit-form.ts';

/** As a form may hold an amount or another figure. */
const FIGURE = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/u;
const isFigureColumn = ({ as }: { as: string }): boolean => as === 'amount' || as === 'number';

/** The fields that want figures and hold something else, with what to do about it. */
export function wrongFigures(form: Form): ReadonlyMap<string, string> {
  const wrong = new Map<string, string>();
  for (const path of figurePaths(form)) {
    const text = textAt(form, path);
    if (text !== '' && !FIGURE.test(text)) wrong.set(path, `“${text}”不是数，请只填数字，最多六位小数`);
  }
  return wrong;
}

/** The form without them: screening reckons with figures and may rely on them. */
export function withoutWrongFigures(form: Form): Form {
  return [...wrongFigures(form).keys()].reduce((so, path) => without(so, path), form);
}

function without(form: Form, path: string): Form {
  const [list = '', id = '', key = ''] = path.split('/').slice(1);
  const section = sectionsOf(form.kind).find((one) => one.as === 'rows' && one.list === list);
  if (section?.as !== 'rows') return withText(form, path, '');
  const rows = rowsOf(form, section.list).map((row) => (row.id === id ? { ...row, [key]: undefined } : row));
  return withRows(form, section.list, rows);
}

function figurePaths(form: Form): string[] {
  return sectionsOf(form.kind).flatMap((section) => {
    if (section.as === 'fields') return section.fields.filter(isFigureColumn).map(({ path }) => path);
    if (section.as === 'matrix')
      return section.columns.flatMap(({ value: column }) =>
        section.rows.map(({ value: row }) => `/${section.id}/${column}/${row}`),
      );
    const keys = section.columns.filter(isFigureColumn).map(({ key }) => key);
    return rowsOf(form, section.list).flatMap(({ id }) => keys.map((key) => `/${section.list}/${id}/${key}`));
  });
}
