import { type BookletFormat, type WrittenFormat } from '#documents';

/** What a browser is told a file is. */
export const MEDIA_TYPES: Readonly<Record<WrittenFormat | BookletFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};
