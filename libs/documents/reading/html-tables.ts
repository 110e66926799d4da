import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { DocumentGrids } from './document-grids.ts';
import { HtmlTable } from './html-table.ts';
import { textInFont } from './symbol-fonts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const LARGEST = 8 * 1024 * 1024;
const DEEPEST = 200;
const UNSEEN: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'title',
  'select',
  'textarea',
]);
const HIDDEN = /mso-hide\s*:\s*all|display\s*:\s*none/i;
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
]);

/**
 * Reads the tables and the text of an HTML page or of what Word, WPS and Excel put on the clipboard: rows and columns
 * spanned, tables in cells, boxes as inputs or signs of symbol fonts.
 */
export function readHtml(html: string): Grid[] {
  if (html.length > LARGEST) throw new UnreadableDocument('DocumentTooComplex');
  // What stands before the fragment is Windows' own account of the clipboard: Version, StartHTML, SourceURL.
  const page = html.replace(/^Version:[\d.]+\s[^<]*/, '');
  const reader = new HtmlReader();
  reader.read(parse(page, { treeAdapter: shallow() }));
  return reader.finish();
}

/** A tree adapter that gives up on pages nested deeper than any document is. */
function shallow(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  const depths = new WeakMap<object, number>();
  const enter = (parent: object, node: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) throw new UnreadableDocument('DocumentTooComplex');
    depths.set(node, depth);
  };
  return {
    ...defaultTreeAdapter,
    appendChild(parent, node) {
      enter(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore(parent, node, reference) {
      enter(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
  };
}

class HtmlReader {
  private readonly grids = new DocumentGrids();
  private text = '';

  finish(): Grid[] {
    this.flush();
    return this.grids.finish();
  }

  read(node: Parent | Node, font?: string, table?: HtmlTable): void {
    if ('value' in node) this.text += textInFont(node.value.replace(/[\t\n\f\r ]+/g, ' '), font);
    if (!('childNodes' in node)) return;
    if ('tagName' in node) this.readElement(node, font, table);
    else for (const child of node.childNodes) this.read(child, font, table);
  }

  private readElement(element: Element, font: string | undefined, table: HtmlTable | undefined): void {
    const { tagName } = element;
    if (UNSEEN.has(tagName) || HIDDEN.test(attribute(element, 'style'))) return;
    if (tagName === 'br') this.text += '\n';
    else if (tagName === 'input') this.text += boxOf(element);
    else if (tagName === 'table') this.readTable(element);
    else if (table && /^t[dh]$/.test(tagName)) this.readCell(element, table);
    else this.readInner(element, fontOf(element) ?? font, table);
  }

  private readInner(element: Element, font: string | undefined, table: HtmlTable | undefined): void {
    if (element.tagName === 'tr') table?.beginRow();
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) this.breakLine();
    for (const child of element.childNodes) this.read(child, font, table);
    if (isBlock) this.breakLine();
  }

  private readTable(element: Element): void {
    const outer = this.text;
    if (!this.grids.isInTable) this.flush();
    this.text = '';
    this.grids.openTable();
    const table = new HtmlTable(this.grids);
    for (const child of element.childNodes) this.read(child, undefined, table);
    this.grids.closeTable();
    this.text = this.grids.isInTable ? outer : '';
  }

  private readCell(element: Element, table: HtmlTable): void {
    this.text = '';
    for (const child of element.childNodes) this.read(child);
    const [rows, columns] = [attribute(element, 'rowspan'), attribute(element, 'colspan')];
    table.addCell(linesOf(this.text), Number(rows), Number(columns));
    this.text = '';
  }

  private breakLine(): void {
    while (this.text.endsWith(' ')) this.text = this.text.slice(0, -1);
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  private flush(): void {
    const text = linesOf(this.text);
    if (text !== '') this.grids.addText(text);
    this.text = '';
  }
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';

function boxOf(input: Element): string {
  if (!/^(?:checkbox|radio)$/i.test(attribute(input, 'type'))) return '';
  return input.attrs.some(({ name }) => name === 'checked') ? '☑' : '☐';
}

function fontOf(element: Element): string | undefined {
  const style = /(?:^|;)\s*(?:font-family|mso-[a-z-]*font-family)\s*:\s*([^;]+)/i.exec(
    attribute(element, 'style'),
  )?.[1];
  return style?.split(',')[0] ?? (attribute(element, 'face') || undefined);
}

/** Spaces around line ends are the page's layout, not the text's. */
const linesOf = (text: string): string => text.replace(/[ \u00a0]*\n[ ]*/g, '\n').trim();
