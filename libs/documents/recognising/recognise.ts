import type { FormKind } from '#form';
import { placeOf, type Grid } from '../grid.ts';
import type { ImportedForm, RecogniseOptions, UnrecognisedText } from '../imported-form.ts';
import { readDirectionTable, type DirectionTable } from './direction-table.ts';
import { withoutSummaries } from './fund-summary.ts';
import { indicatorColumns } from './indicator-header.ts';
import { labelOf, type FieldLabel } from './labels.ts';
import { compact, isTitle, yearIn } from '../titles.ts';
import { readForm } from './read-form.ts';
import { rowsOf, type Row } from './rows.ts';
import { segmentsOf } from './segments.ts';

/**
 * Finds the forms of a document by their labels and structure, in document order. Every text of the document
 * ends in a form, in an opinion or in `unrecognised` (of its form, or of the one before it where it has none).
 */
export function recognise(grids: readonly Grid[], options: RecogniseOptions = {}): ImportedForm[] {
  const rows = rowsOf(grids);
  const found: (ImportedForm | DirectionTable)[] = [];
  const early: UnrecognisedText[] = [];
  for (const segment of segmentsOf(rows)) {
    const part = readSegment(segment);
    if (part) found.push(part);
    else (lastForm(found)?.unrecognised ?? early).push(...everything(segment));
  }
  const forms = withoutSummaries(found);
  forms[0]?.unrecognised.unshift(...early);
  return withYears(forms, rows, options);
}

function readSegment(rows: readonly Row[]): ImportedForm | DirectionTable | undefined {
  const table = readDirectionTable(rows);
  if (table && table.forms.length > 0) return table;
  const kind = kindOf(rows);
  return kind && readForm(kind, rows);
}

function lastForm(found: readonly (ImportedForm | DirectionTable)[]): ImportedForm | undefined {
  const last = found.at(-1);
  return last && 'forms' in last ? last.forms.at(-1) : last;
}

function everything(rows: readonly Row[]): UnrecognisedText[] {
  return rows.flatMap((row) =>
    row.cells.map((cell) => ({ where: placeOf(cell.table, cell), text: cell.text })),
  );
}

/** Which form a stretch of rows is, by the labels of its tables and by its titles; undefined when it is none. */
function kindOf(rows: readonly Row[]): FormKind | undefined {
  const inTables = rows.filter((row) => row.table !== 0).flatMap((row) => row.cells);
  const labels = new Set(inTables.map((cell) => labelOf(cell.text)?.field));
  const has = (...fields: FieldLabel[]): boolean => fields.some((field) => labels.has(field));
  const hasIndicators = rows.some((row) => indicatorColumns(row) !== undefined);
  if (has('direction') && has('fundName', 'name', 'periodGoal')) return 'direction';
  if (isOverallByTitle(rows) && (hasIndicators || has('unitName', 'budgetUnit', 'duties', 'goals')))
    return 'overall';
  if (has('name', 'fundName') || (has('code') && hasIndicators)) return 'project';
  return has('duties', 'incomeTotal', 'authorised') ? 'overall' : undefined;
}

function isOverallByTitle(rows: readonly Row[]): boolean {
  const titles = rows.flatMap(({ cells }) => cells.filter((cell) => isTitle(cell.text)));
  return titles.some((cell) => /整体支出|部门整体/.test(compact(cell.text)));
}

/** A form without a year takes the one that all other titles of its document name, else the one asked for. */
function withYears(
  found: ImportedForm[],
  rows: readonly Row[],
  { fiscalYear }: RecogniseOptions,
): ImportedForm[] {
  const titles = rows.flatMap(({ cells }) => cells.filter((cell) => isTitle(cell.text)));
  const years = new Set(titles.map((cell) => yearIn(cell.text)).filter((year) => year !== undefined));
  const [only] = years;
  const year = years.size === 1 ? only : fiscalYear;
  if (year === undefined) return found;
  return found.map((one) =>
    one.form.fiscalYear === undefined ? { ...one, form: { ...one.form, fiscalYear: year } } : one,
  );
}
