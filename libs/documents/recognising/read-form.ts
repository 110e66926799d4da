import type { FormKind } from '#form';
import type { ImportedForm } from '../imported-form.ts';
import { compact } from '../titles.ts';
import { FormDraft } from './form-draft.ts';
import { FundingTable } from './funding-table.ts';
import { indicatorColumns } from './indicator-header.ts';
import { IndicatorTable } from './indicator-table.ts';
import { KeyValues, takeTitle } from './key-values.ts';
import { labelOf } from './labels.ts';
import { takeLevelList } from './level-lists.ts';
import { paymentPlanOpenedBy, scheduleOpenedBy, valuesOpenedBy, type TablePart } from './plan-tables.ts';
import type { Row } from './rows.ts';

/** Reads one form from its rows: tables that a head row opens, and labels with their values around them. */
export function readForm(kind: FormKind, rows: readonly Row[]): ImportedForm {
  const draft = new FormDraft(kind);
  const keyValues = new KeyValues(draft);
  let part: TablePart | undefined;
  rows.forEach((row, at) => {
    const next = openedBy(row, rows[at - 1], draft);
    if (next) part = next;
    else if (!part?.take(row)) {
      part = undefined;
      const [cell, ...others] = row.cells;
      const isTitle = cell !== undefined && others.length === 0 && takeTitle(draft, cell);
      if (!isTitle && !takeLevelList(row, draft)) keyValues.take(row);
    }
  });
  useHeading(rows, draft);
  return draft.finish(rows);
}

/** A heading above the table that only repeats the form's name is no text of its own. */
function useHeading(rows: readonly Row[], draft: FormDraft): void {
  const names = [draft.get('/name'), draft.get('/unitName')].filter((name) => typeof name === 'string');
  for (const { cells } of rows.slice(0, 5))
    for (const cell of cells)
      if (cells.length === 1 && names.some((name) => compact(name) === compact(cell.text))) draft.use(cell);
}

/** The table whose head the row is, if it is one. */
function openedBy(row: Row, above: Row | undefined, draft: FormDraft): TablePart | undefined {
  if (row.table === 0 || row.cells.length < 2) return undefined;
  const openings = draft.kind === 'project' ? PROJECT_TABLES : OTHER_TABLES;
  for (const open of openings) {
    const part = open(row, draft, above);
    if (part) return part;
  }
  return undefined;
}

type Opening = (row: Row, draft: FormDraft, above?: Row) => TablePart | undefined;
const indicatorsOpenedBy: Opening = (row, draft, above) => {
  const columns = indicatorColumns(row, above);
  if (!columns) return undefined;
  const heads = new Set(columns.map(({ column }) => column));
  for (const cell of row.cells)
    if (heads.has(cell.column) || labelOf(cell.text) !== undefined) draft.use(cell);
  return new IndicatorTable(draft, columns, row);
};
const PROJECT_TABLES: readonly Opening[] = [
  indicatorsOpenedBy,
  (row, draft) => FundingTable.openedBy(row, draft),
  paymentPlanOpenedBy,
  scheduleOpenedBy,
  valuesOpenedBy,
];
const OTHER_TABLES: readonly Opening[] = [indicatorsOpenedBy, valuesOpenedBy];
