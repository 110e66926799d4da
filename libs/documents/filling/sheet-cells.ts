import { placeIn } from '../reading/excel/sheet.ts';
import { workbookText } from '../writing/xml-text.ts';
import { changed, elementsOf, type Element } from './xml-spans.ts';

/** Some producers write the default namespace with a prefix. */
const CELL = /^(x:)?c$/;
const FORMULA = /^(?:x:)?f$/;

/**
 * A sheet's part with other texts in its cells; all else of it stays as it is. A cell keeps its place and its look,
 * and holds a text, as all cells of our forms do.
 * @param texts by `row/column`
 * @returns undefined where the sheet reckons (what depends on a cell would be out of date) or lacks such a cell
 */
export function fillSheet(xml: string, texts: ReadonlyMap<string, string>): string | undefined {
  const elements = elementsOf(xml, (name) => CELL.test(name) || FORMULA.test(name));
  if (elements.some(({ name }) => FORMULA.test(name))) return undefined;
  const cells = new Map(elements.map((cell) => [keyOf(cell), cell]));
  const changes = [...texts].flatMap(([key, text]) => {
    const cell = cells.get(key);
    return cell ? [{ start: cell.start, end: cell.end, by: cellXml(xml, cell, text) }] : [];
  });
  return changes.length === texts.size ? changed(xml, changes) : undefined;
}

function keyOf({ attributes }: Element): string {
  const place = placeIn(attributes['r'] ?? '');
  return place ? `${place.row}/${place.column}` : '';
}

function cellXml(xml: string, { name, start, inner }: Element, text: string): string {
  const opening = xml
    .slice(start, inner)
    .replace(/\s*\/?>$/, '')
    .replace(/\st=(?:"[^"]*"|'[^']*')/, '');
  if (text === '') return `${opening}/>`;
  const prefix = CELL.exec(name)?.[1] ?? '';
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${workbookText(text)}</${prefix}t></${prefix}is>`;
  return `${opening} t="inlineStr">${content}</${name}>`;
}
