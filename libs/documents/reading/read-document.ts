import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { readCellALine } from './cell-a-line.ts';
import { decodeText } from './decode-text.ts';
import { readTabSeparated } from './tab-separated.ts';

const LARGEST = 20 * 1024 * 1024;

/** A file as it came: its name is only for messages, its content tells the format. */
export interface SourceDocument {
  name: string;
  bytes: Uint8Array;
}

/**
 * Turns a document into grids, tables and the text between them in document order.
 * @throws UnreadableDocument when it is empty, too large (over 20 MB) or of no format that is known
 */
export function readDocument({ bytes }: SourceDocument): Grid[] {
  if (bytes.byteLength > LARGEST) throw new UnreadableDocument('DocumentTooLarge');
  const text = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableDocument('EmptyDocument');
  return isCellALine(text) ? readCellALine(text) : readTabSeparated(text);
}

/** In one-cell-a-line text nearly every tab begins its line; rows of tab-separated text have several. */
function isCellALine(text: string): boolean {
  const tabbed = text.split('\n').filter((line) => line.includes('\t'));
  const leading = tabbed.filter((line) => /^[ \u3000]*\t+[^\t]*$/.test(line));
  return leading.length > tabbed.length * 0.9;
}
