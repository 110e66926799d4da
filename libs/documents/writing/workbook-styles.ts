import type { CellRole } from './layout.ts';

/** How a cell of the workbook looks: as on paper, the title, or what is written on a line above the table. */
export type Look = CellRole | 'title' | 'line-value' | 'figure';

const FONTS = [
  '<font><sz val="10.5"/><name val="仿宋"/><charset val="134"/></font>',
  '<font><sz val="10.5"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="10.5"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="18"/><name val="宋体"/><charset val="134"/></font>',
];
const [FANG_SONG, SONG, BOLD, TITLE] = [0, 1, 2, 3];
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
const LINES = SIDES.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('');
const NO_LINES = SIDES.map((side) => `<${side}/>`).join('');

/** `@` keeps what is typed a text, and the quote keeps a text that begins with = a text when it is edited. */
const look = (font: number, hasLines: boolean, align: 'left' | 'center' | 'right'): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="${hasLines ? 1 : 0}" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;

/** A number to reckon with: 1,234.5 and no more places than it has, up to six. */
const FIGURE =
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>';

const LOOKS: readonly (readonly [Look, string])[] = [
  ['value', look(FANG_SONG, true, 'left')],
  ['opinion', look(FANG_SONG, true, 'left')],
  ['short', look(FANG_SONG, true, 'center')],
  ['label', look(SONG, true, 'center')],
  ['head', look(BOLD, true, 'center')],
  ['title', look(TITLE, false, 'center')],
  ['side', look(SONG, false, 'left')],
  ['unit', look(SONG, false, 'right')],
  ['line-value', look(FANG_SONG, false, 'left')],
  ['figure', FIGURE],
];

/** The index of a look among the cell styles; 0 is what a cell has that says nothing. */
export const styleOf = (name: Look): number => LOOKS.findIndex(([candidate]) => candidate === name) + 1;

export const WORKBOOK_STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00####"/></numFmts><fonts count="${FONTS.length}">${FONTS.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border>${NO_LINES}<diagonal/></border><border>${LINES}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${LOOKS.map(([, xml]) => xml).join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
