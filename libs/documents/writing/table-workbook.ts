import { officeFile, type Part } from './office-package.ts';
import { styleOf, WORKBOOK_STYLES, type Look } from './workbook-styles.ts';
import { workbookText, xmlText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A column of a table; `figure` holds decimal text and is written as a number, everything else as a text. */
export interface SheetColumn {
  title: string;
  /** Characters; a Chinese one takes two. */
  width: number;
  kind?: 'figure';
}

/** A sheet of plain rows under one head, each cell's text in its column's order; '' is an empty cell. */
export interface TableSheet {
  name: string;
  /** Above the head, over all columns. */
  title?: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly string[])[];
}

/**
 * A workbook of tables: heads frozen and repeated, with filters. A text is never a formula, whatever it begins with:
 * it is an inline string with a quote before it (CWE-1236).
 */
export function writeTables(sheets: readonly TableSheet[]): Uint8Array {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="r${at + 2}"/>`,
  );
  const names = sheets.map((sheet, at) => {
    const row = headRowOf(sheet);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xmlText(sheet.name)}'!$${row}:$${row}</definedName>`;
  });
  const xml = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${entries.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
  const type = 'spreadsheetml';
  const main: Part = { path: 'xl/workbook.xml', type: `${type}.sheet.main`, link: 'officeDocument', xml };
  return officeFile(main, [
    { path: 'xl/styles.xml', type: `${type}.styles`, link: 'styles', xml: WORKBOOK_STYLES },
    ...sheets.map((sheet, at): Part => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      type: `${type}.worksheet`,
      link: 'worksheet',
      xml: sheetXml(sheet),
    })),
  ]);
}

const headRowOf = ({ title }: TableSheet): number => (title === undefined ? 1 : 2);

function sheetXml(sheet: TableSheet): string {
  const { title, columns, rows } = sheet;
  const headRow = headRowOf(sheet);
  const end = columnName(columns.length);
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const heads = columns.map((column, at) =>
    cell(column.title, { row: headRow, column: at + 1, look: 'head' }),
  );
  const body = rows.map((row, at) => rowXml(row, headRow + at + 1, columns));
  const top =
    title === undefined
      ? ''
      : `<row r="1" ht="30" customHeight="1">${cell(title, { row: 1, column: 1, look: 'title' })}</row>`;
  const merge = title === undefined ? '' : `<mergeCells count="1"><mergeCell ref="A1:${end}1"/></mergeCells>`;
  const filter = `<autoFilter ref="A${headRow}:${end}${Math.max(headRow + rows.length, headRow)}"/>`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols><sheetData>${top}<row r="${headRow}" ht="24" customHeight="1">${heads.join('')}</row>${body.join('')}</sheetData>`,
    `${filter}${merge}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>',
  ].join('');
}

function rowXml(texts: readonly string[], row: number, columns: readonly SheetColumn[]): string {
  const cells = columns.map(({ kind }, at) => {
    const text = texts[at] ?? '';
    const isFigure = kind === 'figure' && FIGURE.test(text);
    return isFigure
      ? `<c r="${columnName(at + 1)}${row}" s="${styleOf('figure')}"><v>${text}</v></c>`
      : cell(text, { row, column: at + 1, look: 'value' });
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

const FIGURE = /^-?\d{1,15}(?:\.\d{1,6})?$/;

function cell(text: string, { row, column, look }: { row: number; column: number; look: Look }): string {
  const place = `r="${columnName(column)}${row}" s="${styleOf(look)}"`;
  if (text === '') return `<c ${place}/>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${workbookText(text)}</t></is></c>`;
}

/** 1 → A, 27 → AA. */
export const columnName = (column: number): string =>
  column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
