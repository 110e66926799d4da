import { fileTypeFromFile } from 'file-type';
import { AttachmentRefused } from './attachment-refused.ts';

/** What may be attached, by what its content says it is; whatever its name says. `cfb` is Office before 2007 and WPS. */
const ALLOWED: ReadonlySet<string> = new Set([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'cfb',
  'zip',
  'png',
  'jpg',
  'gif',
  'bmp',
  'tif',
  'webp',
]);

/** The media type of a file. @throws AttachmentRefused for what may not be attached */
export async function kindOfFile(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found && /^(?:docm|xlsm|pptm|dotm|xltm)$/.test(found.ext)) throw new AttachmentRefused('WithMacros');
  if (!found || !ALLOWED.has(found.ext)) throw new AttachmentRefused('UnknownKind');
  return found.mime;
}
