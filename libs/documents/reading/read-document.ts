import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { readCellALine } from './cell-a-line.ts';
import { decodeText } from './decode-text.ts';
import { readHtml } from './html-tables.ts';
import { isLegacyWorkbook, isZip, readOfficeFile } from './office-file.ts';
import { readTabSeparated } from './tab-separated.ts';

const LARGEST = 20 * 1024 * 1024;

/** A file as it came: its name is only for messages, its content tells the format. */
export interface SourceDocument {
  name: string;
  bytes: Uint8Array;
}

/**
 * Turns a document into grids, tables and the text between them in document order: .docx, .xlsx, HTML, text.
 * @throws UnreadableDocument when it is empty, too large (over 20 MB), broken, encrypted, a PDF, of no format that is known,
 *   or a workbook of before 2007, which takes a thread: see `importFile`
 */
export function readDocument({ bytes }: SourceDocument): Grid[] {
  refuseTooLarge(bytes);
  if (isZip(bytes)) return readOfficeFile(bytes);
  if (isLegacyWorkbook(bytes)) throw new UnreadableDocument('UnknownFormat');
  if (isPortable(bytes)) throw new UnreadableDocument('PortableDocument');
  const text = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableDocument('EmptyDocument');
  if (isHtml(text)) return readHtml(text);
  return isCellALine(text) ? readCellALine(text) : readTabSeparated(text);
}

export function refuseTooLarge(bytes: Uint8Array): void {
  if (bytes.byteLength > LARGEST) throw new UnreadableDocument('DocumentTooLarge');
}

/** PDF begins with its own name, within the first kilobyte; some are plain text throughout. */
const isPortable = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');

/** A page, a fragment of one that holds a table, or the clipboard's own format. */
function isHtml(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (/^Version:[\d.]+\s+StartHTML:/.test(start)) return true;
  return /^\s*<(?:!doctype\s+html|html|head|body|meta|table|div|p|!--StartFragment)[\s>-]/i.test(start);
}

/** In one-cell-a-line text nearly every tab begins its line; rows of tab-separated text have several. */
function isCellALine(text: string): boolean {
  const tabbed = text.split('\n').filter((line) => line.includes('\t'));
  const leading = tabbed.filter((line) => /^[ \u3000]*\t+[^\t]*$/.test(line));
  return leading.length > tabbed.length * 0.9;
}
