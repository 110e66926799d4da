import type { ImportedForm } from './imported-form.ts';
import { UnreadableDocument } from './messages.ts';
import { readDocument, type SourceDocument } from './reading/read-document.ts';
import { recognise } from './recognising/recognise.ts';

/**
 * Reads every form of a document, in document order.
 * @param document the file; `year` is the fiscal year for forms that name none
 * @throws UnreadableDocument when the file cannot be read, or holds no form
 */
export function importDocument(document: SourceDocument & { year?: number }): ImportedForm[] {
  const options = document.year === undefined ? {} : { fiscalYear: document.year };
  const forms = recognise(readDocument(document), options);
  if (forms.length === 0) throw new UnreadableDocument('NoFormFound');
  return forms;
}
