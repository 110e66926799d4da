import type { ReminderSettings } from '#domain/campaign';
import { localOf, momentOf, UnknownYear, workingDays, calendarDays } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import { timedSteps, type Part, type Rules, type Step } from './steps.ts';

/** One duty about one target, as far as its reminders depend on it. Days are inclusive. */
export interface RemindedTask {
  part: Part;
  /** ISO 8601: when it came to lie here. */
  since: string;
  /** Whether it is said that it came; who began it themselves need not be told that it is theirs. */
  isAnnounced: boolean;
  /** The window's first day, where it has one. */
  opens: Day | null;
  deadline: Day | null;
  /** The days on which the person answers for it: always, or those of a delegation. */
  spans: readonly Span[];
}

export interface Span {
  from: Day;
  until: Day;
}

export interface Plan {
  /** In the order of their moments. */
  steps: readonly Step[];
  /** The year whose working days are not known, because of which calendar days are counted. */
  unknownYear: number | null;
}

/** All steps of a task, by the settings of its campaign: a pure function, so that the schedule can always be made anew. */
export function planOf(task: RemindedTask, rules: Rules): Plan {
  const timed = task.deadline === null ? NOTHING : knownSteps(task.deadline, task.part, rules);
  const arrival = arrivalOf(task, rules);
  const later = timed.steps.filter(({ at }) => at > arrival);
  const first: Step[] = task.isAnnounced ? [{ step: 'arrived', at: arrival }] : [];
  const steps = [...first, ...later];
  const isAlways = task.spans.some(({ from, until }) => from <= FIRST_DAY && until >= LAST_DAY);
  const within = isAlways
    ? steps
    : steps.filter(({ at }) => isWithin(task.spans, localOf(at, rules.offset).day));
  return { steps: within, unknownYear: timed.unknownYear };
}

const NOTHING: Plan = { steps: [], unknownYear: null };
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Every target of a campaign has the same few deadlines. */
const remembered = new WeakMap<ReminderSettings, Map<string, Plan>>();

function knownSteps(deadline: Day, part: Part, rules: Rules): Plan {
  const plans = remembered.get(rules.settings) ?? new Map<string, Plan>();
  remembered.set(rules.settings, plans);
  const key = `${deadline} ${part} ${rules.offset}`;
  const plan = plans.get(key) ?? stepsAsCounted(deadline, part, rules);
  plans.set(key, plan);
  return plan;
}

function stepsAsCounted(deadline: Day, part: Part, rules: Rules): Plan {
  try {
    const calendar = rules.settings.days === 'working' ? workingDays : calendarDays;
    return { steps: timedSteps(deadline, part, rules, calendar), unknownYear: null };
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error;
    return { steps: timedSteps(deadline, part, rules, calendarDays), unknownYear: error.year };
  }
}

/** When the person first has to do with it: as it came, or once the window is open or the delegation has begun. */
function arrivalOf({ since, opens, spans }: RemindedTask, { settings, offset }: Rules): number {
  const came = Date.parse(since);
  const from = spans.map((span) => span.from).reduce((a, b) => (a < b ? a : b), LAST_DAY);
  const begins = opens !== null && opens > from ? opens : from;
  return begins > localOf(came, offset).day ? momentOf(begins, settings.hour, offset) : came;
}

const isWithin = (spans: readonly Span[], day: Day): boolean =>
  spans.some(({ from, until }) => from <= day && day <= until);

/** The step that is due: the latest whose moment has come. Those before it are dropped, not sent one after the other. */
export const dueStep = (steps: readonly Step[], now: number): Step | undefined =>
  steps.findLast(({ at }) => at <= now);

/** The first step whose moment has not come yet. */
export const comingStep = (steps: readonly Step[], now: number): Step | undefined =>
  steps.find(({ at }) => at > now);
