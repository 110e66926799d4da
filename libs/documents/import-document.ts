import type { Grid } from './grid.ts';
import type { ImportedForm } from './imported-form.ts';
import { UnreadableDocument } from './messages.ts';
import { readLegacyWorkbook } from './reading/excel/legacy-workbook.ts';
import { isLegacyWorkbook } from './reading/office-file.ts';
import { readOwnPaper } from './reading/own-paper.ts';
import { readDocument, refuseTooLarge, type SourceDocument } from './reading/read-document.ts';
import { recognise } from './recognising/recognise.ts';

/** A file to import; `year` is the fiscal year for forms that name none. */
export type DocumentToImport = SourceDocument & { year?: number };

/**
 * Reads every form of a document, in document order, whatever its format.
 * @throws UnreadableDocument when the file cannot be read, or holds no form
 */
export async function importFile(document: DocumentToImport): Promise<ImportedForm[]> {
  return formsIn(await gridsOf(document), document);
}

/** The grids of a document of any format. @throws UnreadableDocument */
export async function gridsOf(document: SourceDocument): Promise<Grid[]> {
  refuseTooLarge(document.bytes);
  return isLegacyWorkbook(document.bytes) ? readLegacyWorkbook(document.bytes) : readDocument(document);
}

/**
 * Reads every form of a document at once: every format but .xls, which takes a thread.
 * @throws UnreadableDocument when the file cannot be read, or holds no form
 */
export function importDocument(document: DocumentToImport): ImportedForm[] {
  return formsIn(readDocument(document), document);
}

/** The forms that grids hold. @throws UnreadableDocument when they hold none */
export function formsIn(grids: readonly Grid[], { year }: DocumentToImport): ImportedForm[] {
  const own = readOwnPaper(grids)?.map((one) => withYear(one, year));
  const forms = own ?? recognise(grids, year === undefined ? {} : { fiscalYear: year });
  if (forms.length === 0) throw new UnreadableDocument('NoFormFound');
  return forms;
}

const withYear = (one: ImportedForm, year: number | undefined): ImportedForm =>
  year === undefined || one.form.fiscalYear !== undefined
    ? one
    : { ...one, form: { ...one.form, fiscalYear: year } };
