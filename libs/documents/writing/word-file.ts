import {
  leastLines,
  PAGE_COLUMNS,
  placed,
  type FormLayout,
  type LayoutTable,
  type PlacedLayoutCell,
} from './layout.ts';
import { officeFile } from './office-package.ts';
import { FieldMarks } from './field-marks.ts';
import { paragraph, paragraphs, runs } from './word-text.ts';
import { STYLES } from './word-styles.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"';
/** Twentieths of a point: A4, margins of 20 mm at the sides. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = { side: 1134, top: 1134, foot: 680 };
const LINE_HEIGHT = 400;
const WORDPROCESSING = 'wordprocessingml';
/** A row with more text than this may break over pages; shorter ones are kept whole. */
const LONG = 300;

/**
 * Writes layouts as a Word document, each on a page of its own: A4, heads of tables repeated, every field's cell
 * marked with which field it is.
 * @param opening paragraphs on pages of their own before the first
 */
export function wordFile(layouts: readonly FormLayout[], opening = ''): Uint8Array {
  const marks = new FieldMarks();
  const sections = layouts.map((layout, at) => {
    const section = sectionOf(layout);
    // The last section's properties stand in the body itself, all others in their last paragraph.
    return (
      bodyOf(layout, marks) + (at === layouts.length - 1 ? section : `<w:p><w:pPr>${section}</w:pPr></w:p>`)
    );
  });
  const before =
    opening === '' ? '' : `${opening}<w:p><w:pPr>${sectionOf({ isLandscape: false })}</w:pPr></w:p>`;
  const xml = `<w:document ${NAMESPACES}><w:body>${before}${sections.join('')}</w:body></w:document>`;
  return officeFile(
    { path: 'word/document.xml', type: `${WORDPROCESSING}.document.main`, link: 'officeDocument', xml },
    [
      { path: 'word/styles.xml', type: `${WORDPROCESSING}.styles`, link: 'styles', xml: STYLES },
      { path: 'word/footer1.xml', type: `${WORDPROCESSING}.footer`, link: 'footer', xml: FOOTER },
      marks.part(),
    ],
  );
}

const FOOTER = `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
/** Word makes one table of two that touch. */
const BETWEEN = '<w:p><w:pPr><w:pStyle w:val="Between"/></w:pPr></w:p>';

function bodyOf({ title, tables, isLandscape }: FormLayout, marks: FieldMarks): string {
  const { text, path, anchor } = title;
  const place = anchor === undefined ? '' : anchorXml(anchor);
  const heading = paragraph('Heading1', bookmark(path, marks) + place + runs(text));
  const width = (isLandscape ? A4.height : A4.width) - 2 * MARGIN.side;
  return (
    heading +
    tables.map((table, at) => tableXml(table, marks, { width, above: tables[at - 1] })).join(BETWEEN) +
    BETWEEN
  );
}

function sectionOf({ isLandscape }: Pick<FormLayout, 'isLandscape'>): string {
  const [width, height] = isLandscape ? [A4.height, A4.width] : [A4.width, A4.height];
  return `<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="${width}" w:h="${height}"${isLandscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${MARGIN.top}" w:right="${MARGIN.side}" w:bottom="${MARGIN.top}" w:left="${MARGIN.side}" w:header="${MARGIN.foot}" w:footer="${MARGIN.foot}" w:gutter="0"/></w:sectPr>`;
}

function tableXml(
  table: LayoutTable,
  marks: FieldMarks,
  { width, above }: { width: number; above: LayoutTable | undefined },
): string {
  // The line between two tables is drawn once, by the upper one.
  const bordered = above?.hasBorders === true ? 'FormBelow' : 'Form';
  const column = Math.floor(width / PAGE_COLUMNS);
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${column}"/>`.repeat(PAGE_COLUMNS)}</w:tblGrid>`;
  const properties = `<w:tblPr><w:tblStyle w:val="${table.hasBorders ? bordered : 'Line'}"/><w:tblW w:w="${column * PAGE_COLUMNS}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const cells = placed(table);
  const rows = table.rows.map((_, at) =>
    rowXml(cells, at + 1, marks, { column, isHead: at < table.headRows }),
  );
  return `<w:tbl>${properties}${grid}${rows.join('')}</w:tbl>`;
}

/** A row of cells; where a cell of a row above reaches down, it goes on. */
function rowXml(
  cells: readonly PlacedLayoutCell[],
  row: number,
  marks: FieldMarks,
  { column, isHead }: { column: number; isHead: boolean },
): string {
  const here = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rows);
  const inOrder = here.sort((a, b) => a.column - b.column);
  const lines = Math.max(...inOrder.map(leastLines));
  const isLong = inOrder.some(({ text }) => text.length > LONG);
  const properties = `<w:trPr>${isLong ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${LINE_HEIGHT * lines}" w:hRule="atLeast"/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${inOrder.map((cell) => cellXml(cell, row, marks, column)).join('')}</w:tr>`;
}

function cellXml(cell: PlacedLayoutCell, row: number, marks: FieldMarks, column: number): string {
  const isFirst = cell.row === row;
  const merge = cell.rows > 1 ? `<w:vMerge w:val="${isFirst ? 'restart' : 'continue'}"/>` : '';
  const properties = `<w:tcPr><w:tcW w:w="${column * cell.columns}" w:type="dxa"/><w:gridSpan w:val="${cell.columns}"/>${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  if (!isFirst) return `<w:tc>${properties}<w:p/></w:tc>`;
  return `<w:tc>${properties}${paragraphs(cell, bookmark(cell.path, marks))}</w:tc>`;
}

/** The bookmark at a field's cell; nothing at print. */
function bookmark(path: string | undefined, marks: FieldMarks): string {
  if (path === undefined) return '';
  const { name, number } = marks.mark(path);
  return `<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`;
}

/** Ids of anchors begin where those of fields, some hundreds a form, never get. */
const FIRST_ANCHOR = 1_000_000;
const anchorXml = (anchor: string): string => {
  const id = FIRST_ANCHOR + Number(/\d+$/.exec(anchor)?.[0] ?? 0);
  return `<w:bookmarkStart w:id="${id}" w:name="${anchor}"/><w:bookmarkEnd w:id="${id}"/>`;
};
