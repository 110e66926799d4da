import { strToU8, zipSync } from 'fflate';

/** Pieces of WordprocessingML (ECMA-376 part 1, 17), as much as a record needs. Sizes in half points, widths in twips. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all is shown as a box. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '').replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '□');

export interface Look {
  size?: number;
  bold?: boolean;
  strike?: boolean;
  /** `RRGGBB` */
  color?: string;
  mono?: boolean;
}

export function run(text: string, { size, bold, strike, color, mono }: Look = {}): string {
  const looks = [
    mono ? '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>' : '',
    bold ? '<w:b/>' : '',
    strike ? '<w:strike/>' : '',
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ];
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r><w:rPr>${looks.join('')}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

/** @param style `Title`, `Heading1`, `Cell` or `Small`; the body's own otherwise */
export const paragraph = (runs: string, style?: string, isCentred = false): string =>
  `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}` +
  `${isCentred ? '<w:jc w:val="center"/>' : ''}</w:pPr>${runs}</w:p>`;

export interface Cell {
  content: string;
  /** `RRGGBB` behind the text. */
  fill?: string;
  borders?: string;
}

export interface TableLook {
  /** Of each column; their sum is at most `PAGE_WIDTH`. */
  widths: readonly number[];
  /** The first row is repeated on each page. */
  hasHead?: boolean;
  hasGrid?: boolean;
}

/** Between the margins of an A4 page. */
export const PAGE_WIDTH = 9_638;
const GRID = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="A6A6A6"/>`)
  .join('');

export function table(
  rows: readonly (readonly Cell[])[],
  { widths, hasHead, hasGrid = true }: TableLook,
): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const body = rows.map((cells, index) => row(cells, widths, hasHead === true && index === 0)).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${hasGrid ? `<w:tblBorders>${GRID}</w:tblBorders>` : ''}` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`
  );
}

function row(cells: readonly Cell[], widths: readonly number[], isHead: boolean): string {
  const inner = cells.map(({ content, fill, borders }, index) => {
    const shade = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
    const edge = borders === undefined ? '' : `<w:tcBorders>${borders}</w:tcBorders>`;
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>${edge}${shade}</w:tcPr>${content}</w:tc>`;
  });
  const properties = isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '';
  return `<w:tr>${properties}${inner.join('')}</w:tr>`;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';

const style = (id: string, paragraphs: string, runs: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id === 'Heading1' ? 'heading 1' : id}"/>` +
  `<w:basedOn w:val="Normal"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
const STYLES =
  `${HEAD}<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="21"/><w:szCs w:val="21"/>` +
  '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style('Title', '<w:spacing w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="36"/>') +
  style(
    'Heading1',
    '<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="26"/>',
  ) +
  style('Cell', '<w:spacing w:before="30" w:after="30"/>', '<w:sz w:val="18"/>') +
  style('Small', '<w:spacing w:after="60"/>', '<w:color w:val="7F7F7F"/><w:sz w:val="16"/>') +
  '</w:styles>';

/** One moment for all files: the same record gives the same bytes. */
const MOMENT = new Date(2020, 0, 1);

/** A Word document of A4 pages with a line and page numbers at the foot. */
export function wordDocument(body: string, foot: string): Buffer {
  const field = (name: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const footer = `<w:ftr xmlns:w="${NAMESPACE}">${paragraph(`${run(`${foot} · 第 `)}${field('PAGE')}${run(' / ')}${field('NUMPAGES')}${run(' 页')}`, 'Small', true)}</w:ftr>`;
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  const override = (part: string, type: string): string =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('footer', 'footer')}</Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('r1', 'styles', 'styles.xml') + relation('r2', 'footer', 'footer.xml'),
    ),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${NAMESPACE}" xmlns:r="${RELATIONS}"><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/footer.xml': HEAD + footer,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  // Stored, not packed: the package around it packs it.
  return Buffer.from(zipSync(files, { mtime: MOMENT, level: 0 }));
}
