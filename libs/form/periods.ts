/** A date or a span as far as the paper says it: `2023`, `2023-01` or `2023-01-31`. */
export interface Span {
  from: string;
  to: string;
}

const SEPARATOR = /\s*(?:[—–―~～〜至到]+|-{1,3}|－{1,3}|一{2})\s*/;
const YEAR = '((?:19|20)\\d{2})';
const TWO = '(0?[1-9]|[12]\\d|3[01])';
const DATE_SHAPES = [
  new RegExp(`^${YEAR}\\s*年?度?$`),
  new RegExp(`^${YEAR}\\s*[年./\\-]\\s*${TWO}\\s*月?(?:底|份)?$`),
  new RegExp(`^${YEAR}\\s*[年./\\-]\\s*${TWO}\\s*[月./\\-]\\s*${TWO}\\s*[日号]?$`),
  /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/,
  /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
];

/** No spelling of a span is longer; every cut of a longer text would have to be tried. */
const LONGEST = 80;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const narrow = (text: string): string => text.normalize('NFKC').trim();

/**
 * Reads one date in any usual spelling: 2023年1月1日, 2023. 01. 01, 2023/1/1, 20230101, 2023年12月, 2023年.
 * @returns what is known and no more, or undefined when it cannot be read (keep the paper's words then)
 */
export function parseDate(text: string): string | undefined {
  for (const shape of DATE_SHAPES) {
    const match = shape.exec(narrow(text));
    if (!match) continue;
    const [, year = '', month, day] = match;
    if (month === undefined) return year;
    if (Number(month) > 12) return undefined;
    if (day === undefined) return `${year}-${month.padStart(2, '0')}`;
    if (Number(day) > (DAYS[Number(month) - 1] ?? 0)) return undefined;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return undefined;
}

/**
 * Reads a span: 202301-202312, 2023.01--2023.12, 2023年1月—12月, 2023年—2025年, 三年（2023-2025年）.
 * A single date is the span from and to it. The end borrows what it leaves out from the start.
 * @returns undefined when either end cannot be read
 */
export function parsePeriod(text: string): Span | undefined {
  const plain = narrow(text);
  if (plain.length > LONGEST) return undefined;
  const inner = /[(（]([^()（）]+)[)）]/.exec(plain)?.[1];
  return spanOf(plain) ?? (inner === undefined ? undefined : spanOf(inner));
}

function spanOf(text: string): Span | undefined {
  const single = parseDate(text);
  if (single !== undefined) return { from: single, to: single };
  for (const [start, end] of halves(text)) {
    const from = parseDate(start);
    if (from === undefined) continue;
    const to = parseDate(end) ?? parseDate(completed(end, from));
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

/** Every way to cut the text at a separator: hyphens also stand inside dates. */
function* halves(text: string): Generator<[string, string]> {
  const separator = new RegExp(SEPARATOR, 'g');
  for (const cut of text.matchAll(separator))
    yield [text.slice(0, cut.index), text.slice(cut.index + cut[0].length).replace(/止$/, '')];
}

/** 12月 after 2023年1月 is 2023年12月; 20日 after 2023年1月5日 is 2023年1月20日. */
function completed(end: string, from: string): string {
  const [year = '', month = ''] = from.split('-');
  if (/^\d{1,2}\s*[日号]$/.test(end)) return `${year}年${month}月${end}`;
  return `${year}年${end}${/^\d{1,2}$/.test(end) ? '月' : ''}`;
}
