import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { readWorkbook } from './excel/workbook.ts';
import { readWord } from './word/word-document.ts';
import { walkXml } from './xml-events.ts';
import { ZipParts } from './zip-parts.ts';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** Every OOXML file is a zip, and every zip begins so. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** Reads a Word document or a workbook, which of them its own list of parts says. */
export function readOfficeFile(bytes: Uint8Array): Grid[] {
  const parts = ZipParts.open(bytes);
  const main = mainPartOf(parts);
  if (main.word !== undefined) return readWord(parts, main.word);
  if (main.workbook !== undefined) return readWorkbook(parts, main.workbook);
  throw new UnreadableDocument('UnknownFormat');
}

/** The part that an Office file is about. @throws UnreadableDocument where it does not say */
export function mainPartOf(parts: ZipParts): { word?: string; workbook?: string } {
  if (!parts.has('[Content_Types].xml')) throw new UnreadableDocument('UnknownFormat');
  return mainPart(parts.read('[Content_Types].xml'));
}

/** What the list of parts says; templates and files with macros say so in words of their own. */
function mainPart(contentTypes: string): { word?: string; workbook?: string } {
  const found: { word?: string; workbook?: string } = {};
  walkXml(contentTypes, {
    open: (name, { ContentType: type = '', PartName: part = '' }) => {
      if (name !== 'Override' || !/\.main\+xml$/.test(type)) return;
      if (/word/.test(type)) found.word ??= part.replace(/^\//, '');
      else if (/sheet|excel/.test(type)) found.workbook ??= part.replace(/^\//, '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** What stands in the directory of a compound file (MS-CFB), the container of Office before 2007. */
const COMPOUND: readonly (readonly [string, 'workbook' | 'word' | 'encrypted'])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
  ['WordDocument', 'word'],
];

/** Whether the bytes are a workbook of Excel 97–2003. @throws UnreadableDocument for other files of that age */
export function isLegacyWorkbook(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return false;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = COMPOUND.find(([name]) => content.includes(Buffer.from(`${name}\0`, 'utf16le')));
  if (found?.[1] === 'encrypted') throw new UnreadableDocument('DocumentEncrypted');
  if (found?.[1] === 'word') throw new UnreadableDocument('LegacyWord');
  if (!found) throw new UnreadableDocument('UnknownFormat');
  return true;
}
