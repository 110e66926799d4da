/** A day, month or year as far as it is known; months and days count from 1. */
export interface PartialDate {
  year?: number;
  month?: number;
  day?: number;
}

const NORMAL = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const YEARLESS = /^--(\d{1,2})(?:-(\d{1,2}))?$/;
const WRITTEN =
  /^(\d{4})\s*[年./\s-]+\s*(?:(\d{1,2})\s*[月./\s-]*\s*(?:(\d{1,2})\s*日?)?)?(?:底|末|前|初|份)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;

/** Reads one date in any of the usual ways of writing one; undefined for everything else. */
export function readDate(text: string): PartialDate | undefined {
  const plain = text.normalize('NFKC').trim();
  const yearless = YEARLESS.exec(plain);
  if (yearless) return partial(undefined, yearless[1], yearless[2]);
  const match = NORMAL.exec(plain) ?? COMPACT.exec(plain) ?? WRITTEN.exec(plain);
  return match ? partial(match[1], match[2], match[3]) : undefined;
}

function partial(year?: string, month?: string, day?: string): PartialDate {
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** Whether the calendar has no such day: month 13, 30 February. */
export function isImpossible({ year = 2000, month = 1, day = 1 }: PartialDate): boolean {
  if (month < 1 || month > 12 || day < 1) return true;
  return day > new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** First or last day that the date may mean, as yyyymmdd for comparison. */
export function edgeOf({ year = 0, month, day }: PartialDate, edge: 'first' | 'last'): number {
  const whole = edge === 'first' ? [1, 1] : [12, 31];
  return year * 10_000 + (month ?? whole[0] ?? 1) * 100 + (day ?? whole[1] ?? 1);
}

/** The days a span may cover, as yyyymmdd; undefined where an end is missing, unreadable or impossible. */
export function daysOf(fromText = '', toText = fromText): { from: number; to: number } | undefined {
  const [from, to] = [readDate(fromText), readDate(toText)];
  const isKnown = (date: PartialDate | undefined): date is PartialDate =>
    date?.year !== undefined && !isImpossible(date);
  if (!isKnown(from) || !isKnown(to)) return undefined;
  return { from: edgeOf(from, 'first'), to: edgeOf(to, 'last') };
}

const DEADLINE =
  /((?:19|20)\d{2})\s*(?:年|[./-])\s*(?:(\d{1,2})\s*(?:月|[./-]|$)\s*(?:(\d{1,2})\s*日?)?)?[^，。；,;]{0,3}?(?:底|末|前|完成|以内|$)/g;

/** The years of the deadlines that a text names: 2023年12月31日, 2023年底前, 2023年完成. */
export function deadlineYears(text: string): { year: number; written: string }[] {
  const plain = text.normalize('NFKC').trim();
  return [...plain.matchAll(DEADLINE)].map((match) => ({ year: Number(match[1]), written: match[0] }));
}

/** The fiscal years that a text speaks of as its own: 2023年度收费情况. Words of comparison are for the caller. */
export const fiscalYearsIn = (text: string): { year: number; written: string }[] =>
  [...text.normalize('NFKC').matchAll(/((?:19|20)\d{2})年度/g)].map((match) => ({
    year: Number(match[1]),
    written: match[0],
  }));
