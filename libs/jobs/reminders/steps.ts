import type { ReminderSettings } from '#domain/campaign';
import { countedFrom, momentOf } from '../calendar/index.ts';
import type { Calendar, Day } from '../calendar/index.ts';

/** What a reminder says of its task: that it came, so many days are left, it is due, overdue, or over a leader's head. */
export type StepName = 'arrived' | `d-${number}` | 'd0' | `overdue-${number}` | 'escalation';

export interface Step {
  step: StepName;
  /** Milliseconds since 1970. */
  at: number;
}

/** Who is reminded: those who must act, or the leader over them once it is overdue for days. */
export type Part = 'actor' | 'leader';

export interface Rules {
  settings: ReminderSettings;
  /** The jurisdiction's, as `+08:00`. */
  offset: string;
}

/**
 * The steps around a deadline. In working days the last working day up to the deadline is the day itself.
 * @throws UnknownYear
 */
export function timedSteps(
  deadline: Day,
  part: Part,
  { settings, offset }: Rules,
  calendar: Calendar,
): Step[] {
  const on = (step: StepName, day: Day): Step => ({ step, at: momentOf(day, settings.hour, offset) });
  if (part === 'leader') return [on('escalation', countedFrom(calendar, deadline, settings.escalateAfter))];
  const last = countedFrom(calendar, deadline, 0);
  const before = [...new Set(settings.before)].sort((a, b) => b - a);
  const steps = [...before.map((n) => on(`d-${n}`, countedFrom(calendar, last, -n))), on('d0', last)];
  let day = deadline;
  for (let n = 1; n <= settings.overdueAtMost; n += 1) {
    day = countedFrom(calendar, day, 1);
    steps.push(on(`overdue-${n}`, day));
  }
  return steps;
}
