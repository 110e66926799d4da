const fonts = (chinese: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${chinese}"/>`;
/** @param size in half points */
const size = (half: number): string => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
const paragraph = (id: string, name: string, properties: string, run: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const table = (id: string, borders: string): string =>
  `<w:style w:type="table" w:styleId="${id}"><w:name w:val="${id}"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
const CENTRED = '<w:jc w:val="center"/>';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** Texts in 仿宋, print in 宋体, the title in bold 宋体 of 二号, as the bureaus' own forms have them. */
export const STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}${size(21)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  paragraph(
    'Heading1',
    'heading 1',
    `<w:keepNext/><w:spacing w:after="120"/>${CENTRED}<w:outlineLvl w:val="0"/>`,
    `${fonts('宋体')}<w:b/>${size(36)}`,
  ),
  paragraph('Label', 'Form Label', CENTRED, fonts('宋体')),
  paragraph('Side', 'Form Side', '<w:jc w:val="left"/>', fonts('宋体')),
  paragraph('Unit', 'Form Unit', '<w:jc w:val="right"/>', fonts('宋体')),
  paragraph('Head', 'Form Head', CENTRED, `${fonts('宋体')}<w:b/>`),
  paragraph('Value', 'Form Value', '<w:jc w:val="left"/>', fonts('仿宋')),
  paragraph(
    'Opinion',
    'Form Opinion',
    '<w:tabs><w:tab w:val="right" w:pos="6200"/></w:tabs><w:jc w:val="left"/>',
    fonts('仿宋'),
  ),
  paragraph('Short', 'Form Short', CENTRED, fonts('仿宋')),
  paragraph(
    'Cover',
    'Booklet Cover',
    `<w:spacing w:before="3600" w:after="240"/>${CENTRED}`,
    `${fonts('宋体')}<w:b/>${size(52)}`,
  ),
  paragraph(
    'CoverTitle',
    'Booklet Cover Title',
    `<w:spacing w:after="480"/>${CENTRED}`,
    `${fonts('宋体')}<w:b/>${size(44)}`,
  ),
  paragraph(
    'CoverLine',
    'Booklet Cover Line',
    `<w:spacing w:after="120"/>${CENTRED}`,
    `${fonts('宋体')}${size(32)}`,
  ),
  paragraph(
    'Chapter',
    'Booklet Chapter',
    `<w:keepNext/><w:spacing w:before="240" w:after="160"/>${CENTRED}<w:outlineLvl w:val="0"/>`,
    `${fonts('宋体')}<w:b/>${size(32)}`,
  ),
  paragraph(
    'ContentsGroup',
    'Booklet Contents Group',
    '<w:keepNext/><w:spacing w:before="120" w:after="40"/>',
    `${fonts('宋体')}<w:b/>${size(24)}`,
  ),
  paragraph(
    'ContentsLine',
    'Booklet Contents Line',
    '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9600"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="240" w:right="480"/>',
    `${fonts('仿宋')}${size(24)}`,
  ),
  paragraph(
    'Prose',
    'Booklet Prose',
    '<w:spacing w:line="480" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="560"/><w:jc w:val="both"/>',
    `${fonts('仿宋')}${size(28)}`,
  ),
  paragraph('Between', 'Form Between', '<w:spacing w:line="20" w:lineRule="exact"/>', size(2)),
  paragraph('PageNumber', 'Form Page Number', CENTRED, `${fonts('宋体')}${size(18)}`),
  table('Form', BORDERS),
  table('FormBelow', BORDERS.replace(/<w:top [^>]*>/, '')),
  table('Line', ''),
].join('')}</w:styles>`;
