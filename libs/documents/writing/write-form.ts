import type { FormInput, FormKind } from '#form';
import type { PaperOpinion } from '../imported-form.ts';
import { layoutOf } from './form-layout.ts';
import type { FormLayout } from './layout.ts';
import { wordFile } from './word-file.ts';
import { workbookFile } from './workbook-file.ts';

/** The formats that forms are filed in. */
export const WRITTEN_FORMATS = ['docx', 'xlsx'] as const;
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

const WRITERS: Readonly<Record<WrittenFormat, (layouts: readonly FormLayout[]) => Uint8Array>> = {
  docx: wordFile,
  xlsx: workbookFile,
};

/**
 * The official paper of a form, filled in. Reading it back gives the same form; the same form gives the same bytes.
 * @param opinions what reviewers said, printed in the boxes of their stages
 */
export function writeForm(
  form: FormInput,
  format: WrittenFormat,
  opinions: readonly PaperOpinion[] = [],
): Uint8Array {
  return WRITERS[format]([layoutOf(form, { opinions, isTemplate: false })]);
}

/** The official paper of a kind, to be filled in. */
export function writeTemplate(kind: FormKind, format: WrittenFormat): Uint8Array {
  return WRITERS[format]([layoutOf({ kind }, { opinions: [], isTemplate: true })]);
}
