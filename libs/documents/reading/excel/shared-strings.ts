import { UnreadableDocument } from '../../messages.ts';
import { walkXml } from '../xml-events.ts';

const MOST = 1_000_000;

/** The texts that cells refer to by number: of rich text the words, of ruby text the base. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let reading = 0;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading += 1;
      else if (name === 't') isText = reading === 0;
    },
    close: (name) => {
      if (name === 'rPh') reading -= 1;
      else if (name === 't') isText = false;
      else if (name === 'si') strings.push(unescaped(text));
      if (strings.length > MOST) throw new UnreadableDocument('DocumentTooComplex');
    },
    text: (part) => {
      if (isText) text += part;
    },
  });
  return strings;
}

/** Characters that XML has no place for stand as _x000D_ (ISO/IEC 29500-1 §22.9.2.19). */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('\r\n', '\n');
