import type { CellRole, LayoutCell } from './layout.ts';
import { xmlText } from './xml-text.ts';

const STYLE: Readonly<Record<CellRole, string>> = {
  label: 'Label',
  side: 'Side',
  unit: 'Unit',
  head: 'Head',
  value: 'Value',
  short: 'Short',
  opinion: 'Opinion',
};

/** The paragraphs of a cell, one a line; boxes are controls that a click ticks. @param bookmark where the cell is a field */
export function paragraphs({ text, role }: LayoutCell, bookmark: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.map((line, at) => paragraph(STYLE[role], (at === 0 ? bookmark : '') + runs(line))).join('');
}

export const paragraph = (style: string, inner: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;

const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const boxControl = (isTicked: boolean, look: string): string =>
  control(
    `<w14:checkbox><w14:checked w14:val="${isTicked ? 1 : 0}"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/><w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>`,
    `<w:r>${look}<w:t>${isTicked ? '☑' : '☐'}</w:t></w:r>`,
  );

/** A line of text with its tabs and boxes. @param look the properties of its letters (w:rPr), where the style's are not meant */
export function runs(line: string, look = ''): string {
  return line
    .split(/([☐☑\t])/)
    .map((part) => {
      if (part === '' || part === '\t') return part === '' ? '' : `<w:r>${look}<w:tab/></w:r>`;
      if (part === '☐' || part === '☑') return boxControl(part === '☑', look);
      return `<w:r>${look}<w:t xml:space="preserve">${xmlText(part)}</w:t></w:r>`;
    })
    .join('');
}
