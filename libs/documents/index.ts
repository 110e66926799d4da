export { placeOf, type Cell, type Grid } from './grid.ts';
export type {
  ImportedForm,
  PaperOpinion,
  RecogniseOptions,
  UnrecognisedText,
  ValuePlace,
} from './imported-form.ts';
export { importDocument, importFile, type DocumentToImport } from './import-document.ts';
export { UNREADABLE, UnreadableDocument, type UnreadableCode } from './messages.ts';
export { readDocument, type SourceDocument } from './reading/read-document.ts';
export { recognise } from './recognising/recognise.ts';
export { writeForm, writeTemplate, WRITTEN_FORMATS, type WrittenFormat } from './writing/write-form.ts';
export { type Booklet, type BookletEntry } from './writing/booklet/booklet.ts';
export { BOOKLET_FORMATS, writeBooklet, type BookletFormat } from './writing/booklet/write-booklet.ts';
export { writeApprovalSlip, type ApprovalSlip, type SlipOpinion, type SlipRound } from './writing/slip.ts';
export { writeTables, type SheetColumn, type TableSheet } from './writing/table-workbook.ts';
export { writeBatchTemplate } from './batch/batch-template.ts';
export { importBatch, type BatchItem, type ImportedBatch } from './batch/import-batch.ts';
export { type BatchFault } from './batch/sheet-rows.ts';
export { fillDocument, type FilledDocument } from './filling/fill-document.ts';
