import { count, form, list, object, orNull, text, type Schema } from './words.ts';

const fault = object({ sheet: text, row: count, column: count, cell: text, message: text });
const problem = object({ code: text, detail: text, errors: list(object({ path: text, message: text })) });

/** Replies around files: what was read of them, and what became of it. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  ImportBatch: object({
    sha256: text,
    items: list(
      object(
        {
          key: text,
          row: count,
          unit: orNull(object({ code: text, name: text })),
          form,
          errors: list(fault),
          unrecognised: list(object({ where: text, text })),
        },
        ['form'],
      ),
    ),
    errors: list(fault),
  }),
  Attachment: object({ sha256: text, name: text, size: count, type: text }),
  Drafts: object({
    items: list(
      object(
        {
          key: text,
          outcome: { enum: ['done', 'left-out'] },
          id: text,
          revision: count,
          position: orNull(text),
          problem,
        },
        ['key', 'id', 'revision', 'position', 'problem'],
      ),
    ),
    position: orNull(text),
  }),
};

export const DOCUMENT_REPLIES: Readonly<Record<string, string>> = {
  'post /api/imports/batch': 'ImportBatch',
  'post /api/imports/batch/drafts': 'Drafts',
  'post /api/imports/drafts': 'Drafts',
  'post /api/attachments': 'Attachment',
};

/** Routes whose body is, or may be, a file. */
export const FILE_ROUTES: ReadonlySet<string> = new Set([
  'post /api/targets/{id}/filled-form',
  'post /api/imports',
  'post /api/imports/batch',
  'post /api/imports/batch/drafts',
  'post /api/attachments',
]);
