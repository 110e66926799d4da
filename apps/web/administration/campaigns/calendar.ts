import { type Chains, type WindowName, type Windows } from '#domain/campaign';
import { windowNames, windowTerm } from '../../windows/index.ts';
import { daysBetween } from '../../words/index.ts';

/** A window on a line of days: its place and width in percent of the whole. */
export interface Bar {
  name: WindowName;
  label: string;
  opens: string;
  closes: string;
  left: number;
  width: number;
}
export interface CalendarPicture {
  bars: readonly Bar[];
  /** The first day of each month that the picture shows. */
  months: readonly { label: string; left: number }[];
}

/** The windows that are set, beside each other from the first day to the last; null where none is complete. */
export function pictureOf(windows: Windows, chains: Chains): CalendarPicture | null {
  const set = windowNames(chains).flatMap((name) => {
    const window = windows[name];
    return window && window.opens !== '' && window.opens <= window.closes ? [{ name, ...window }] : [];
  });
  const [first] = set.map(({ opens }) => opens).sort();
  const last = set
    .map(({ closes }) => closes)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const all = daysBetween(first, last) + 1;
  const place = (day: string): number => (daysBetween(first, day) / all) * 100;
  return {
    bars: set.map(({ name, opens, closes }) => ({
      name,
      label: windowTerm(name, chains),
      opens,
      closes,
      left: place(opens),
      width: ((daysBetween(opens, closes) + 1) / all) * 100,
    })),
    months: monthsBetween(first, last)
      .map((day, index, days) => ({ label: monthLabel(day, days[index - 1] ?? first), left: place(day) }))
      .filter(({ left }) => left <= LAST_LABEL),
  };
}

const MOST_LABELS = 6;
/** Nearer to the end a label would stand outside. */
const LAST_LABEL = 92;

/** First days of months after `first`; every second, third … where they would not fit. */
function monthsBetween(first: string, last: string): string[] {
  const days: string[] = [];
  const day = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    day.setUTCMonth(day.getUTCMonth() + 1);
    const text = day.toISOString().slice(0, 10);
    if (text > last) break;
    days.push(text);
  }
  const step = Math.max(1, Math.ceil(days.length / MOST_LABELS));
  return days.filter((_, index) => index % step === 0);
}

/** With the year where it is another than before. */
const monthLabel = (day: string, before: string): string => {
  const month = `${String(Number(day.slice(5, 7)))}月`;
  return day.slice(0, 4) === before.slice(0, 4) ? month : `${day.slice(0, 4)}年${month}`;
};
