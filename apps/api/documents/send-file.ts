import { type Door } from '../commands/index.ts';
import { MEDIA_TYPES } from './media-types.ts';

/** A file that was made for this request. */
export interface MadeFile {
  /** Without its ending. */
  name: string;
  format: keyof typeof MEDIA_TYPES;
  bytes: Uint8Array;
}

/** Sends a file to be kept under its name: never shown in our own origin. */
export async function sendFile({ reply }: Door, { name, format, bytes }: MadeFile): Promise<void> {
  await reply
    .type(MEDIA_TYPES[format])
    .header('content-disposition', keptAs(`${name.slice(0, 60)}.${format}`, `form.${format}`))
    .send(Buffer.from(bytes));
}

/** RFC 6266: the name in Chinese, and one in ASCII for programs that read no other. */
export function keptAs(name: string, plain: string): string {
  const file = encodeURIComponent(name.replace(/[/\\:*?"<>|\s\p{Cc}]+/gu, ' ').toWellFormed());
  return `attachment; filename="${plain}"; filename*=UTF-8''${file.replace(/['()]/g, percent)}`;
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
