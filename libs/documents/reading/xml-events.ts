import { SaxesParser } from 'saxes';
import { UnreadableDocument } from '../messages.ts';

/** An element's attributes by their names as written, `w:val`. */
export type Attributes = Readonly<Record<string, string | undefined>>;
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Walks an XML part. Entities of a document type are never resolved, so that nothing outside is ever read and nothing
 * grows.
 * @throws UnreadableDocument when the XML is broken
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (cause) => {
    throw new UnreadableDocument('DocumentBroken', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    handler.open(bare(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    handler.close(bare(name));
  });
  parser.on('text', (text) => {
    handler.text(text);
  });
  parser.on('cdata', (text) => {
    handler.text(text);
  });
  parser.write(xml).close();
}

/** Some producers of workbooks write the default namespace with a prefix. */
const bare = (name: string): string => (name.startsWith('x:') ? name.slice(2) : name);

/** OOXML's booleans: a bare element means true. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/.test(value);
