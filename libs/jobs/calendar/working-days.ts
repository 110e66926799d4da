import chineseDays from 'chinese-days';
import { addDays, type Day } from './days.ts';

/** Which days are counted: all of them, or those on which offices work. */
export interface Calendar {
  /** @throws UnknownYear where the State Council's notice for the year is not in the calendar yet */
  isCounted(day: Day): boolean;
}

/** The holidays of a year that are not announced, or not taken into the calendar yet: said, never guessed. */
export class UnknownYear extends Error {
  override readonly name = 'UnknownYear';

  constructor(readonly year: number) {
    super(`${year}年的放假安排尚未收录`);
  }
}

export const calendarDays: Calendar = { isCounted: () => true };

const known = new Map<number, boolean>();

/** The calendar lists each year's statutory holidays (国务院办公厅 announces them in autumn); a year without any is not known. */
function isKnown(year: number): boolean {
  const answer =
    known.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
  known.set(year, answer);
  return answer;
}

/** Chinese working days: weekends moved by 调休 count, statutory holidays do not. */
export const workingDays: Calendar = {
  isCounted(day) {
    const year = Number(day.slice(0, 4));
    if (!isKnown(year)) throw new UnknownYear(year);
    return chineseDays.isWorkday(day);
  },
};

/** The n-th counted day after (n > 0) or before (n < 0) a day; with 0 the day itself, or the counted one before it. */
export function countedFrom(calendar: Calendar, day: Day, n: number): Day {
  if (n === 0) return calendar.isCounted(day) ? day : countedFrom(calendar, day, -1);
  const step = n > 0 ? 1 : -1;
  let left = Math.abs(n);
  let found = day;
  while (left > 0) {
    found = addDays(found, step);
    if (calendar.isCounted(found)) left -= 1;
  }
  return found;
}
