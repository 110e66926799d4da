import { SaxesParser } from 'saxes';
import { UnreadableDocument } from '../messages.ts';

/** An element of a part and where it stands in the part's text: `end` is behind its closing tag. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  start: number;
  /** Behind its opening tag. */
  inner: number;
  /** Where its closing tag begins; like `end` for an element without content. */
  innerEnd: number;
  end: number;
  parent: Element | undefined;
}

/**
 * Every element of a part, each as it closes, so that parts of the text can be replaced and all else kept as it is.
 * @throws UnreadableDocument when the XML is broken
 */
export function elementsOf(xml: string, isWanted: (name: string) => boolean): Element[] {
  const parser = new SaxesParser({ xmlns: false });
  const found: Element[] = [];
  let open: Element | undefined;
  parser.on('error', (cause) => {
    throw new UnreadableDocument('DocumentBroken', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    // A tag's attributes may hold “>”, never “<”.
    const at = parser.position;
    const start = xml.lastIndexOf('<', at - 1);
    open = { name, attributes, start, inner: at, innerEnd: at, end: at, parent: open };
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!open) return;
    open.end = parser.position;
    open.innerEnd = isSelfClosing ? open.end : xml.lastIndexOf('<', open.end - 1);
    if (isWanted(open.name)) found.push(open);
    open = open.parent;
  });
  parser.write(xml).close();
  return found;
}

/** A piece of a text to be replaced. */
export interface Change {
  start: number;
  end: number;
  by: string;
}

/** The text with its pieces replaced, none of which overlap. */
export function changed(text: string, changes: readonly Change[]): string {
  const inOrder = [...changes].sort((a, b) => a.start - b.start);
  let at = 0;
  let result = '';
  for (const { start, end, by } of inOrder) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}
