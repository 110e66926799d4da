import { addDays, calendarDays, countedFrom, UnknownYear, workingDays } from '../calendar/index.ts';
import type { Calendar, Day } from '../calendar/index.ts';

/** Where a day stands to a deadline: how many days are left, that it is the last one, or how many it is over. */
export interface Standing {
  when: 'before' | 'last' | 'over';
  /** Of the days that `unit` names. */
  days: number;
  unit: '天' | '个工作日';
}

/**
 * How a deadline stands on the day on which it is spoken of, which is later than planned where nobody worked for a
 * while. Working days are counted as the steps count them; over a deadline by none of them, or in a year whose holidays
 * are not known, calendar days are.
 */
export function standingOn(today: Day, deadline: Day, days: 'calendar' | 'working'): Standing {
  if (days === 'calendar') return standing(today, deadline, calendarDays);
  try {
    const counted = standing(today, deadline, workingDays);
    if (counted.when !== 'over' || counted.days > 0) return { ...counted, unit: '个工作日' };
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error;
  }
  return standing(today, deadline, calendarDays);
}

function standing(today: Day, deadline: Day, calendar: Calendar): Standing {
  const unit = '天';
  if (today > deadline) return { when: 'over', days: countedIn(calendar, deadline, today), unit };
  const left = countedIn(calendar, today, countedFrom(calendar, deadline, 0));
  return { when: left > 0 ? 'before' : 'last', days: left, unit };
}

/** The counted days after the one day, up to the other. */
function countedIn(calendar: Calendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1))
    if (calendar.isCounted(day)) count += 1;
  return count;
}
