import type { Cell, Grid } from '../../grid.ts';
import { DocumentGrids } from '../document-grids.ts';
import { fieldMarks } from '../field-marks.ts';
import { isOn, walkXml, type Attributes } from '../xml-events.ts';
import type { ZipParts } from '../zip-parts.ts';
import { numberKinds } from './number-formats.ts';
import { sharedStrings } from './shared-strings.ts';
import { placeIn, readSheet, type Book } from './sheet.ts';

interface SheetEntry {
  name: string;
  relation: string;
}
interface Outline {
  sheets: SheetEntry[];
  /** Paths of our own forms by `sheet!C5`. */
  fields: Map<string, string>;
  isFrom1904: boolean;
}

/**
 * Reads every visible sheet of a workbook (ISO/IEC 29500-1 §18) as a table: merged ranges, texts shared or in the
 * cell, numbers, percentages and dates as they are shown, formulas by the value that was last reckoned.
 */
export function readWorkbook(parts: ZipParts, part: string): Grid[] {
  const folder = part.replace(/[^/]*$/, '');
  const outline = outlineOf(parts.read(part), fieldMarks(parts));
  const targets = relationsOf(parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`));
  const partOf = (suffix: string): string | undefined => {
    const target = [...targets.values()].find(({ type }) => type.endsWith(suffix))?.target;
    return target === undefined ? undefined : resolved(folder, target);
  };
  const read = (name: string | undefined): string | undefined =>
    name !== undefined && parts.has(name) ? parts.read(name) : undefined;
  const strings = read(partOf('/sharedStrings'));
  const styles = read(partOf('/styles'));
  const book: Book = {
    strings: strings === undefined ? [] : sharedStrings(strings),
    kinds: styles === undefined ? [] : numberKinds(styles),
    isFrom1904: outline.isFrom1904,
  };
  const grids = new DocumentGrids();
  for (const { name, relation } of outline.sheets) {
    const target = targets.get(relation);
    const xml = target?.type.endsWith('/worksheet') ? read(resolved(folder, target.target)) : undefined;
    if (xml !== undefined) addSheet(grids, withFields(readSheet(xml, book), name, outline.fields));
  }
  return grids.finish();
}

/** A sheet of a workbook of ours: its part, and the paths of its fields by `row/column`. */
export interface FieldSheet {
  part: string;
  fields: ReadonlyMap<string, string>;
}

/** Where the fields of one of our own workbooks stand, sheet by sheet. @param part the workbook's */
export function fieldSheets(parts: ZipParts, part: string): FieldSheet[] {
  const folder = part.replace(/[^/]*$/, '');
  const { sheets, fields } = outlineOf(parts.read(part), fieldMarks(parts));
  const targets = relationsOf(parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`));
  return sheets.flatMap(({ name, relation }) => {
    const target = targets.get(relation)?.target;
    const inSheet = [...fields].flatMap(([key, path]): [string, string][] =>
      key.startsWith(`${name}!`) ? [[key.slice(name.length + 1), path]] : [],
    );
    return target === undefined ? [] : [{ part: resolved(folder, target), fields: new Map(inSheet) }];
  });
}

export function addSheet(grids: DocumentGrids, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  grids.openTable();
  for (const cell of cells) grids.addCell(cell);
  grids.closeTable();
}

/** A blank field has no text, so its cell is added for what it could hold. */
function withFields(cells: readonly Cell[], sheet: string, fields: ReadonlyMap<string, string>): Cell[] {
  const left = new Map([...fields].filter(([key]) => key.startsWith(`${sheet}!`)));
  const found = cells.map((cell) => {
    const key = `${sheet}!${cell.row}/${cell.column}`;
    const path = left.get(key);
    left.delete(key);
    return path === undefined ? cell : { ...cell, holds: { path, text: cell.text } };
  });
  const blank = [...left].flatMap(([key, path]): Cell[] => {
    const [row = 0, column = 0] = key
      .slice(sheet.length + 1)
      .split('/')
      .map(Number);
    return [{ row, column, rowSpan: 1, columnSpan: 1, text: '', holds: { path, text: '' } }];
  });
  return [...found, ...blank].sort((a, b) => a.row - b.row || a.column - b.column);
}

function outlineOf(xml: string, marks: ReadonlyMap<string, string>): Outline {
  const outline: Outline = { sheets: [], fields: new Map(), isFrom1904: false };
  let path: string | undefined;
  let reference = '';
  walkXml(xml, {
    open: (name, attributes) => {
      describe(outline, name, attributes);
      if (name !== 'definedName') return;
      path = marks.get(attributes['name'] ?? '');
      reference = '';
    },
    close: (name) => {
      if (name !== 'definedName' || path === undefined) return;
      const cut = reference.lastIndexOf('!');
      const at = placeIn(reference.slice(cut + 1));
      const sheet = reference.slice(0, cut).replace(/^'|'$/g, '').replaceAll("''", "'");
      if (at) outline.fields.set(`${sheet}!${at.row}/${at.column}`, path);
    },
    text: (text) => {
      reference += text;
    },
  });
  return outline;
}

function describe(outline: Outline, name: string, attributes: Attributes): void {
  const { date1904 = '0', state = '', name: sheet = '' } = attributes;
  if (name === 'workbookPr') outline.isFrom1904 = isOn(date1904);
  else if (name === 'sheet' && !/hidden/i.test(state))
    outline.sheets.push({ name: sheet, relation: attributes['r:id'] ?? '' });
}

/** The parts that a part refers to, by the id it calls them. */
function relationsOf(xml: string): Map<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>();
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'Relationship')
        relations.set(attributes['Id'] ?? '', {
          type: attributes['Type'] ?? '',
          target: attributes['Target'] ?? '',
        });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

const resolved = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : folder + target;
