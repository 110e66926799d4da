import type { FormInput } from '#form';
import { publicPath } from '../reading/own-form.ts';
import { layoutOf } from '../writing/form-layout.ts';

/**
 * What stands in each field's cell on the paper of a form, by the field's path with the ids of its rows. The levels of
 * indicators stand in every row: which of them are one merged cell is the paper's own matter.
 */
export function fieldTexts(form: FormInput): Map<string, string> {
  const { title, tables } = layoutOf(form, { opinions: [], isTemplate: false });
  const cells = [title, ...tables.flatMap(({ rows }) => rows.flat())];
  const texts = new Map(
    cells.flatMap(({ path, text }): [string, string][] =>
      path === undefined || path.startsWith('/opinions/') ? [] : [[publicPath(path), text]],
    ),
  );
  for (const { id, level1, level2 } of form.indicators ?? []) {
    if (id === undefined) continue;
    if (level1 !== undefined) texts.set(`/indicators/${id}/level1`, level1);
    if (level2 !== undefined) texts.set(`/indicators/${id}/level2`, level2);
  }
  return texts;
}
