import { runs } from '../writing/word-text.ts';
import { changed, elementsOf, type Change, type Element } from './xml-spans.ts';

const WANTED = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:tc', 'w:tcPr', 'w:p', 'w:pPr', 'w:rPr']);

/**
 * The document's part with other texts in the cells of fields; all else of it stays as it is. A cell keeps its own
 * properties, the look of its first paragraph and letters, and its bookmarks.
 * @param texts by the bookmark at the cell
 * @returns undefined where a box is to be ticked in a document that has no boxes
 */
export function fillWord(xml: string, texts: ReadonlyMap<string, string>): string | undefined {
  if ([...texts.values()].some((text) => /[☐☑]/.test(text)) && !xml.includes('xmlns:w14=')) return undefined;
  const elements = elementsOf(xml, (name) => WANTED.has(name));
  const changes = elements.flatMap((mark) => {
    const text = mark.name === 'w:bookmarkStart' ? texts.get(mark.attributes['w:name'] ?? '') : undefined;
    const place = text === undefined ? undefined : (around(mark, 'w:tc') ?? around(mark, 'w:p'));
    return place && text !== undefined ? [changeIn(xml, elements, place, text)] : [];
  });
  return changed(xml, changes);
}

function around({ parent }: Element, name: string): Element | undefined {
  let at = parent;
  while (at && at.name !== name) at = at.parent;
  return at;
}

const isIn = (element: Element, place: Element): boolean =>
  element.start >= place.start && element.end <= place.end;

/** A cell, or a paragraph outside of tables, with another text. */
function changeIn(xml: string, elements: readonly Element[], place: Element, text: string): Change {
  const inside = elements.filter((element) => isIn(element, place));
  const source = ({ start, end }: Element): string => xml.slice(start, end);
  const first =
    place.name === 'w:p' ? place : inside.find((one) => one.name === 'w:p' && one.parent === place);
  const look = inside.find(({ name, parent }) => name === 'w:pPr' && parent === first);
  const letters = inside.find(({ name, parent }) => name === 'w:rPr' && parent?.name === 'w:r');
  const marks = inside
    .filter(({ name }) => name.startsWith('w:bookmark'))
    .sort((a, b) => a.start - b.start)
    .map(source)
    .join('');
  const opening = first ? xml.slice(first.start, first.inner).replace(/\/>$/, '>') : '<w:p>';
  const lines = text.split(/\r\n?|\n/).map((line, at) => {
    const begin = at === 0 ? opening : '<w:p>';
    const inner = (at === 0 ? marks : '') + runs(line, letters && source(letters));
    return `${begin}${look ? source(look) : ''}${inner}</w:p>`;
  });
  if (place.name === 'w:p') return { start: place.start, end: place.end, by: lines.join('') };
  const properties = inside.find(({ name, parent }) => name === 'w:tcPr' && parent === place);
  return { start: properties?.end ?? place.inner, end: place.innerEnd, by: lines.join('') };
}
