import type { FormInput } from '#form';
import { formsIn, gridsOf, type DocumentToImport } from '../import-document.ts';
import type { UnrecognisedText } from '../imported-form.ts';
import { readBatch } from './read-batch.ts';
import { columnName } from '../writing/table-workbook.ts';
import type { BatchFault } from './sheet-rows.ts';

/** One of many targets in a file: a row of the batch workbook, or a form of a document. */
export interface BatchItem {
  /** The row of the sheet, or the form's number in the document, from 1. */
  row: number;
  /** As the file has it; '' where it names none. */
  unitCode: string;
  unitName: string;
  /** Where the file names the unit, for what is found out about it later. */
  unitCell: Pick<BatchFault, 'sheet' | 'row' | 'column' | 'cell'>;
  /** Absent where something in it is wrong. */
  form?: FormInput;
  errors: BatchFault[];
  unrecognised: UnrecognisedText[];
}

export interface ImportedBatch {
  items: BatchItem[];
  /** What is wrong outside of the items. */
  errors: BatchFault[];
}

/**
 * Reads the targets of a file: the batch workbook with a row a target, or any document with official forms.
 * @throws UnreadableDocument when it cannot be read, or holds neither
 */
export async function importBatch(document: DocumentToImport): Promise<ImportedBatch> {
  const grids = await gridsOf(document);
  const batch = readBatch(grids);
  if (!batch) return { items: formItems(formsIn(grids, document)), errors: [] };
  const items = batch.rows.map(({ number: _, ...row }): BatchItem => {
    const { unitCell } = row;
    const cell = `${columnName(Math.max(unitCell.column, 1))}${unitCell.row}`;
    return { ...row, unitName: '', unitCell: { ...unitCell, cell }, unrecognised: [] };
  });
  return { items, errors: batch.errors };
}

const formItems = (forms: ReturnType<typeof formsIn>): BatchItem[] =>
  forms.map(({ form, places, unrecognised }, at) => {
    const { table = 1, row = 1, column = 1 } = places['/unitName'] ?? {};
    return {
      row: at + 1,
      unitCode: '',
      unitName: form.unitName ?? '',
      unitCell: { sheet: `表${table}`, row, column, cell: `${columnName(column)}${row}` },
      form,
      errors: [],
      unrecognised,
    };
  });
