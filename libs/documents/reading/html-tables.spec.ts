import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { readHtml } from './html-tables.ts';

const shown = ({ table, cells }: Grid): string[] => [
  `T${table}`,
  ...cells.map((c) => `${c.row},${c.column}[${c.rowSpan}×${c.columnSpan}]:${c.text}`),
];

describe('tables of pages and of the clipboard', () => {
  it('places spanned rows and columns, and text around them by its line', () => {
    const html =
      '<p>标题</p><table><tr><td rowspan=2>甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>末尾';
    expect(readHtml(html).map(shown)).toEqual([
      ['T0', '1,1[1×1]:标题'],
      ['T1', '1,1[2×1]:甲', '1,2[1×2]:乙', '2,2[1×1]:丙', '2,3[1×1]:丁'],
      ['T0', '2,1[1×1]:末尾'],
    ]);
  });

  it('reads what Word puts on the clipboard: its header, paragraphs, no-break spaces, boxes in Wingdings', () => {
    const html = `Version:1.0\r\nStartHTML:000\r\nEndHTML:000\r\nSourceURL:file:///C:/a.docx\r\n<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <table class=MsoTableGrid><tr><td><p class=MsoNormal><span>新增项目</span>&nbsp;<span style='font-family:"Wingdings 2"'>&#163;</span></p>
      <p>延续项目<span style='font-family:Wingdings;mso-ascii-font-family:Calibri'>&#254;</span><o:p></o:p></p></td></tr></table><!--EndFragment--></body></html>`;
    expect(readHtml(html).map(shown)).toEqual([['T1', '1,1[1×1]:新增项目 ☐\n延续项目☑']]);
  });

  it('reads boxes of forms, line breaks, and nothing that is hidden', () => {
    const html =
      '<table><tr><td>甲<input type=checkbox checked>乙<input type="checkbox"><br>丙<span style="display:none">丁</span></td></tr></table>';
    expect(readHtml(html).map(shown)).toEqual([['T1', '1,1[1×1]:甲☑乙☐\n丙']]);
  });

  it('puts a table inside a cell between the rows of the outer one', () => {
    const html =
      '<table><tr><td>前</td></tr><tr><td><table><tr><td>内</td></tr></table></td></tr><tr><td>后</td></tr></table>';
    expect(readHtml(html).map(shown)).toEqual([
      ['T1', '1,1[1×1]:前'],
      ['T2', '1,1[1×1]:内'],
      ['T1', '2,1[1×1]:', '3,1[1×1]:后'],
    ]);
  });

  it.each([
    ['tags without end', '<div>'.repeat(200_000)],
    ['tables in tables', '<table><tr><td>'.repeat(5_000)],
  ])('gives up on %s', (_what, html) => {
    expect(() => readHtml(html)).toThrow(UnreadableDocument);
  });

  it('takes spans that no table has for one', () => {
    const html = '<table><tr><td rowspan=999999 colspan=-3>甲</td><td colspan="9e9">乙</td></tr></table>';
    expect(readHtml(html).map(shown)).toEqual([['T1', '1,1[1×1]:甲', '1,2[1×1]:乙']]);
  });
});
