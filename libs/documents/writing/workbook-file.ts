import { FieldMarks } from './field-marks.ts';
import { PAGE_COLUMNS, placed, type FormLayout, type PlacedLayoutCell } from './layout.ts';
import { officeFile, type Part } from './office-package.ts';
import { rowHeights } from './row-heights.ts';
import { styleOf, WORKBOOK_STYLES, type Look } from './workbook-styles.ts';
import { workbookText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'spreadsheetml';
/** Characters that the page's columns hold together, upright and on its side. */
const PAGE_WIDTH = { portrait: 94, landscape: 140 };

interface SheetCell extends PlacedLayoutCell {
  look: Look;
}
interface Sheet {
  name: string;
  cells: readonly SheetCell[];
  headRow: number;
  isLandscape: boolean;
}

/**
 * Writes layouts as a workbook, a sheet each: A4, heads repeated, every cell a text, so that no formula is ever made
 * of what somebody wrote. Each field's cell has a hidden name by which it is known.
 */
export function workbookFile(layouts: readonly FormLayout[]): Uint8Array {
  const sheets = layouts.map((layout, at) => sheetOf(layout, at));
  const marks = new FieldMarks();
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 2}"/>`,
  );
  const xml = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${entries.join('')}</sheets><definedNames>${namesOf(sheets, marks)}</definedNames></workbook>`;
  const main: Part = {
    path: 'xl/workbook.xml',
    type: `${SPREADSHEET}.sheet.main`,
    link: 'officeDocument',
    xml,
  };
  return officeFile(main, [
    { path: 'xl/styles.xml', type: `${SPREADSHEET}.styles`, link: 'styles', xml: WORKBOOK_STYLES },
    ...sheets.map((sheet, at): Part => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      type: `${SPREADSHEET}.worksheet`,
      link: 'worksheet',
      xml: sheetXml(sheet),
    })),
    marks.part(),
  ]);
}

/** The title, then the tables one under another. */
function sheetOf({ title, tables, isLandscape }: FormLayout, at: number): Sheet {
  const first = {
    ...title,
    row: 1,
    column: 1,
    rows: 1,
    columns: PAGE_COLUMNS,
    role: 'head',
    look: 'title',
  } as const;
  const cells: SheetCell[] = [first];
  let above = 1;
  let headRow = 0;
  for (const table of tables) {
    if (table.headRows > 0) headRow = above + 1;
    for (const cell of placed(table)) {
      const line = cell.path === undefined ? cell.role : 'line-value';
      cells.push({
        ...cell,
        row: cell.row + above,
        look: table.hasBorders ? cell.role : line,
        text: textIn(cell),
      });
    }
    above += table.rows.length;
  }
  return { name: at === 0 ? '申报表' : `申报表${at + 1}`, cells, headRow, isLandscape };
}

/** A cell has no tabs: the date of an opinion is moved to the right by wide spaces. */
const textIn = ({ role, text }: PlacedLayoutCell): string =>
  role === 'opinion' ? text.replace('\n\t', `\n${'\u3000'.repeat(16)}`) : text;

/** The names of a workbook: the rows that are repeated, and the cells of fields. */
function namesOf(sheets: readonly Sheet[], marks: FieldMarks): string {
  const titles = sheets.map(
    ({ name, headRow }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$${headRow}:$${headRow}</definedName>`,
  );
  const fields = sheets.flatMap(({ name, cells }) =>
    cells.map(({ path, row, column }) => {
      if (path === undefined) return '';
      const place = `'${name}'!$${letterOf(column)}$${row}`;
      return `<definedName name="${marks.mark(path).name}" hidden="1">${place}</definedName>`;
    }),
  );
  return [...titles, ...fields].join('');
}

function sheetXml({ cells, isLandscape }: Sheet): string {
  const width = PAGE_WIDTH[isLandscape ? 'landscape' : 'portrait'] / PAGE_COLUMNS;
  const last = cells.reduce((lowest, { row, rows }) => Math.max(lowest, row + rows - 1), 0);
  const heights = rowHeights(cells, width);
  const byRow = new Map<number, Square[]>();
  for (const square of cells.flatMap(covered))
    byRow.set(square.row, [...(byRow.get(square.row) ?? []), square]);
  const rows = Array.from({ length: last }, (_, at) => {
    const inRow = (byRow.get(at + 1) ?? []).sort((a, b) => a.column - b.column);
    return `<row r="${at + 1}" ht="${heights.get(at + 1) ?? 18}" customHeight="1">${inRow.map(cellXml).join('')}</row>`;
  });
  const merges = cells.flatMap(({ row, column, rows: tall, columns }) =>
    tall * columns > 1
      ? [`<mergeCell ref="${letterOf(column)}${row}:${letterOf(column + columns - 1)}${row + tall - 1}"/>`]
      : [],
  );
  const end = `${letterOf(PAGE_COLUMNS)}${last}`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${end}"/>`,
    `<cols><col min="1" max="${PAGE_COLUMNS}" width="${width.toFixed(2)}" customWidth="1"/></cols>`,
    `<sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:${end}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

interface Square {
  row: number;
  column: number;
  look: Look;
  text: string;
}

/** The squares of a merged cell all have its lines; the first has its text. */
function covered({ row, column, rows, columns, look, text }: SheetCell): Square[] {
  return Array.from({ length: rows * columns }, (_, at) => ({
    row: row + Math.floor(at / columns),
    column: column + (at % columns),
    look,
    text: at === 0 ? text : '',
  }));
}

function cellXml({ row, column, look, text }: Square): string {
  const place = `r="${letterOf(column)}${row}" s="${styleOf(look)}"`;
  if (text === '') return `<c ${place}/>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${workbookText(text)}</t></is></c>`;
}

/** A page has fewer columns than the alphabet letters. */
const letterOf = (column: number): string => String.fromCharCode(64 + column);
