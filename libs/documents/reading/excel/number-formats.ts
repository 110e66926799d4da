import { walkXml } from '../xml-events.ts';

export type NumberKind = 'plain' | 'percent' | 'date' | 'month' | 'year';
/** Formats that Excel has without saying so (ISO/IEC 29500-1 §18.8.30), those of its Chinese edition among them. */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  ...Object.fromEntries(
    [14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58].map((id) => [id, 'date']),
  ),
  ...Object.fromEntries([17, 55, 57].map((id) => [id, 'month'])),
  9: 'percent',
  10: 'percent',
};

/** What a format makes of a number: literals and colours are no part of it. */
export function kindOfFormat(code: string): NumberKind {
  const [bare = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';');
  if (bare.includes('%')) return 'percent';
  if (/d/i.test(bare)) return 'date';
  if (/y/i.test(bare)) return /m/i.test(bare) ? 'month' : 'year';
  return 'plain';
}

/** The kind of number of each cell style, by its index. @param xml the part xl/styles.xml */
export function numberKinds(xml: string): NumberKind[] {
  const codes = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isInCellFormats = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attributes['numFmtId']), kindOfFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats) {
        const id = Number(attributes['numFmtId']);
        kinds.push(codes.get(id) ?? BUILT_IN[id] ?? 'plain');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellFormats = false;
    },
    text: () => undefined,
  });
  return kinds;
}

const DAY = 86_400_000;

/**
 * A number as the cell shows it: 0.95 under a percent format is 95%, a day's serial number is 2023-01-31.
 * Other formats change nothing: what is stored is what was meant.
 * @param isFrom1904 the other of the two calendars a workbook may count days by
 */
export function numberText(value: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (kind === 'plain') return plain(number);
  if (kind === 'percent') return `${plain(number * 100)}%`;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(number + (isFrom1904 ? 1462 : 0)) * DAY);
  if (number < 0 || Number.isNaN(date.getTime())) return value;
  return date.toISOString().slice(0, { date: 10, month: 7, year: 4 }[kind]);
}

/** Excel keeps fifteen digits; what comes after is the binary fraction showing. */
function plain(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e')
    ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}
