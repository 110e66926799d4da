import type { FormInput, FormKind } from '#form';
import { checkForm } from '#form';
import type { CellField, Grid } from '../grid.ts';
import type { ImportedForm } from '../imported-form.ts';
import { compact } from '../titles.ts';
import { printOf, TITLE_PATH, TITLES } from '../writing/form-layout.ts';
import { OwnForm, type OwnCell } from './own-form.ts';

/**
 * Reads documents that we wrote: every field's cell says which field it is, so nothing is guessed. A document that
 * somebody wrote into beside those cells, or whose values have no place in a form, is none of ours any more.
 * @returns the forms, in order; undefined when the document is to be recognised like any other
 */
export function readOwnPaper(grids: readonly Grid[]): ImportedForm[] | undefined {
  const papers = papersIn(grids);
  const forms = papers.flatMap((cells) => readPaper(cells) ?? []);
  return papers.length > 0 && forms.length === papers.length ? forms : undefined;
}

/** The cells of each form: one begins at each title of ours. What stands before the first is not ours. */
function papersIn(grids: readonly Grid[]): OwnCell[][] {
  const papers: OwnCell[][] = [];
  for (const { table, cells } of grids)
    for (const cell of cells) {
      const isTitle = cell.holds?.path.startsWith(TITLE_PATH) === true;
      if (isTitle) papers.push([]);
      else if (papers.length === 0 && cell.text !== '') return [];
      papers.at(-1)?.push({ ...cell, table });
    }
  return papers;
}

function readPaper(cells: readonly OwnCell[]): ImportedForm | undefined {
  const [title] = cells;
  const kind = title && kindIn(title.holds);
  if (!title || !kind || !hasOnlyPrint(cells, kind)) return undefined;
  const own = new OwnForm(kind, title);
  for (const cell of cells) if (cell.holds && cell !== title) own.take(cell, cell.holds);
  const { fields, opinions, places } = own.finish();
  const checked = checkForm(fields);
  if ('issues' in checked || own.isContradictory) return undefined;
  return { form: checked.form, opinions, places, unrecognised: [] };
}

function kindIn(holds: CellField | undefined): FormInput['kind'] | undefined {
  const word = holds?.path.slice(TITLE_PATH.length) ?? '';
  const kinds: readonly FormKind[] = ['project', 'overall', 'direction'];
  return kinds.find((kind) => kind === word && compact(holds?.text ?? '').endsWith(TITLES[kind]));
}

/** Whether all that stands outside of fields is print of the form. */
function hasOnlyPrint(cells: readonly OwnCell[], kind: FormKind): boolean {
  const stages = cells.flatMap(({ holds }) => /^\/opinions\/\d+\/(.*)$/.exec(holds?.path ?? '')?.[1] ?? []);
  const print = new Set([...printOf(kind), ...stages].map(compact));
  return cells.every(
    ({ holds, text }) =>
      holds !== undefined || text === '' || print.has(compact(text)) || isLongStage(text, stages),
  );
}

/** A stage is cut where it would not fit into a path. */
const isLongStage = (text: string, stages: readonly string[]): boolean =>
  stages.some((stage) => stage.length >= 40 && text.startsWith(stage));
