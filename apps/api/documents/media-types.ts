import { type WrittenFormat } from '#documents';

/** What a browser is told a file is. */
export const MEDIA_TYPES: Readonly<Record<WrittenFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
