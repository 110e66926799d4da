import { strToU8, zipSync } from 'fflate';
import type { Cell, Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { readDocument } from './read-document.ts';

const TYPES = (part: string, type: string): string =>
  `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
const word = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipped({
    '[Content_Types].xml': TYPES('word/document.xml', 'wordprocessingml.document'),
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const sheet = (rows: string, after = ''): Uint8Array =>
  zipped({
    '[Content_Types].xml': TYPES('xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="表" r:id="r1"/><sheet name="码" state="hidden" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="/xl/styles.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
  });
const grids = (bytes: Uint8Array): Grid[] => readDocument({ name: 'a', bytes });
/** row,column[rows×columns]:text of every cell. */
const shown = ({ table, cells }: Grid): string[] => [
  `T${table}`,
  ...cells.map((c: Cell) => `${c.row},${c.column}[${c.rowSpan}×${c.columnSpan}]:${c.text}`),
];
const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const table = (...rows: string[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
const codeOf = (bytes: Uint8Array): unknown => {
  try {
    return grids(bytes);
  } catch (error) {
    return error instanceof UnreadableDocument ? error.code : error;
  }
};

describe('Word documents', () => {
  it('places merged cells, and text between tables by its line', () => {
    const body =
      p('标题') +
      table(
        tc(p('甲'), '<w:vMerge w:val="restart"/>') + tc(p('乙') + p('丙'), '<w:gridSpan w:val="2"/>'),
        tc(p(''), '<w:vMerge/>') + tc(p('丁')) + tc(p('戊')),
        `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('己'))}`,
      ) +
      p('落款');
    expect(grids(word(body)).map(shown)).toEqual([
      ['T0', '1,1[1×1]:标题'],
      ['T1', '1,1[2×1]:甲', '1,2[1×2]:乙\n丙', '2,2[1×1]:丁', '2,3[1×1]:戊', '3,2[1×1]:己'],
      ['T0', '2,1[1×1]:落款'],
    ]);
  });

  it('puts a table inside a cell between the rows of the outer one', () => {
    const inner = table(tc(p('内')));
    const body = table(tc(p('前')), tc(p('左')) + tc(inner + p('')), tc(p('后')));
    expect(grids(word(body)).map(shown)).toEqual([
      ['T1', '1,1[1×1]:前', '2,1[1×1]:左'],
      ['T2', '1,1[1×1]:内'],
      ['T1', '2,2[1×1]:', '3,1[1×1]:后'],
    ]);
  });

  const control = (value: string): string =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${value}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>`;
  const formField = (state: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>`;
  it.each([
    ['a content control, ticked', control('1'), '☑'],
    ['a content control, empty', control('0'), '☐'],
    ['a form field, ticked', formField('<w:checked/>'), '☑'],
    ['a form field, empty', formField(''), '☐'],
    ['a symbol of Wingdings', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['an empty symbol of Wingdings 2', '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', '☐'],
    [
      'a letter set in Wingdings 2',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>',
      '☑',
    ],
    ['a character', '<w:r><w:t>□</w:t></w:r>', '☐'],
  ])('reads a checkbox that is %s', (_how, run, box) => {
    expect(
      grids(word(`<w:p><w:r><w:t>新建</w:t></w:r>${run}<w:r><w:t>。</w:t></w:r></w:p>`))[0]?.cells[0]?.text,
    ).toBe(`新建${box}。`);
  });

  it('shows list numbers as Word does, and leaves out what Word does not show', () => {
    const item = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>';
    const unseen =
      '<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>新</w:t></w:r></w:p>';
    const [grid] = grids(word(item('甲') + item('乙') + unseen, { 'word/numbering.xml': numbering }));
    expect(grid?.cells.map(({ text }) => text)).toEqual(['一、甲', '二、乙', '新']);
  });
});

describe('workbooks', () => {
  it('reads texts, numbers, percentages and dates as they are shown, merged ranges, and no hidden sheet', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>项目</t></r><r><t>名称</t></r></is></c><c r="C1" t="str"><v>a_x000D_</v></c></row>' +
      '<row r="3"><c r="A3" s="1"><v>45292</v></c><c r="B3" s="2"><v>0.955</v></c><c r="C3"><v>0.30000000000000004</v></c></row>' +
      '<row r="4"><c r="A4" s="3"><v>45300</v></c></row>';
    const merge = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    expect(grids(sheet(rows, merge)).map(shown)).toEqual([
      [
        'T1',
        '1,1[2×2]:项目名称',
        '1,3[1×1]:a',
        '3,1[1×1]:2024-01-01',
        '3,2[1×1]:95.5%',
        '3,3[1×1]:0.3',
        '4,1[1×1]:2024-01',
        '4,3[1×1]:',
      ],
    ]);
  });
});

describe('hostile files', () => {
  /** A document whose zip says that its last part unpacks to `size` bytes, whatever it is. */
  const claiming = (size: number, body: string): Uint8Array => {
    const bytes = Buffer.from(word(body));
    bytes.writeUInt32LE(size, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24);
    return bytes;
  };
  const flagged = (): Uint8Array => {
    const bytes = word(p('甲'));
    bytes[6] = 1;
    return bytes;
  };
  const entities = `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "z">]><w:document><w:body><w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p></w:body></w:document>`;
  const nested = '<w:tbl><w:tr><w:tc>'.repeat(40) + '</w:tc></w:tr></w:tbl>'.repeat(40);
  it.each([
    ['a zip bomb', () => claiming(201 * 1024 * 1024, ''), 'DocumentTooComplex'],
    ['a part too large to read', () => claiming(49 * 1024 * 1024, ''), 'DocumentTooComplex'],
    ['a zip bomb that says it is small', () => claiming(100, p(' '.repeat(9_000_000))), 'DocumentBroken'],
    [
      'more entries than any document has',
      () => zipped(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`p${n}`, '']))),
      'DocumentTooComplex',
    ],
    ['a broken zip', () => word(p('甲')).slice(0, 300), 'DocumentBroken'],
    ['an encrypted zip', flagged, 'DocumentEncrypted'],
    ['broken XML', () => word('<w:p>'), 'DocumentBroken'],
    ['external and inner entities', () => word('', { 'word/document.xml': entities }), 'DocumentBroken'],
    ['tables in tables in tables', () => word(nested), 'DocumentTooComplex'],
    ['a zip that is no document', () => zipped({ 'a.txt': 'x' }), 'UnknownFormat'],
    [
      'a picture',
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
      'UnknownFormat',
    ],
    ['an old Word file', () => compound('WordDocument'), 'LegacyWord'],
    ['a workbook under a password', () => compound('EncryptedPackage'), 'DocumentEncrypted'],
  ])('%s is refused by a sentence', (_what, make, code) => {
    expect(codeOf(make())).toBe(code);
  });

  const compound = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(`${stream}\0`, 'utf16le'),
      Buffer.alloc(512),
    ]);

  it('a sheet of ten thousand rows is read', () => {
    const cells = (row: number): string =>
      Array.from('ABCDEFGHIJ', (column) => `<c r="${column}${row}"><v>${row}</v></c>`).join('');
    const rows = Array.from({ length: 10_000 }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`);
    const bytes = sheet(rows.join(''));
    expect(grids(bytes)[0]?.cells).toHaveLength(100_000);
  });
});
