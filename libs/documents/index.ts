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
