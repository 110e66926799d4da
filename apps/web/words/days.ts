const DAY_MS = 24 * 3600 * 1000;

/** China has one time zone, and so has every installation. */
const CHINA_OFFSET_MS = 8 * 3600 * 1000;

/** The day (YYYY-MM-DD) of a moment in China. */
export const dayOf = (moment: Date): string =>
  new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** Whole days from one day (YYYY-MM-DD) to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** `2027-03-12` → 3月12日, with the year where it is not this one. */
export function shortDay(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const inYear = `${String(Number(month))}月${String(Number(date))}日`;
  return year === today.slice(0, 4) ? inYear : `${year}年${inYear}`;
}

/** A stamp of the server (`2027-03-05T14:02:11.000+08:00`) as 2027-03-05 14:02. */
export const minuteOf = (time: string): string => time.slice(0, 16).replace('T', ' ');

/** A stamp in any zone as China's clock shows it: 2027-03-05 14:02. */
export const chinaMinute = (time: string): string =>
  minuteOf(new Date(Date.parse(time) + CHINA_OFFSET_MS).toISOString());

export type Urgency = 'overdue' | 'today' | 'week' | 'later' | 'open';

/** How near a last day is; `open` where there is none. */
export function urgencyOf(due: string | undefined, today: string): Urgency {
  if (due === undefined) return 'open';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}
