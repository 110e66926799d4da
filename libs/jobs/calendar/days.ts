/** A day as the law writes it, `2027-03-31`; a time of day is `09:00`. */
export type Day = string;

const DAY_MS = 86_400_000;

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The moment of a day and time of day where the clock is ahead of UTC by `offset`; milliseconds since 1970. */
export const momentOf = (day: Day, time: string, offset: string): number =>
  Date.parse(`${day}T${time}:00${offset}`);

/** The local day and time of day of a moment. */
export function localOf(moment: number, offset: string): { day: Day; time: string } {
  const local = new Date(moment + offsetOf(offset)).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

function offsetOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The first moment from `moment` on that lies outside of the quiet hours, which may go over midnight. */
export function outsideQuiet(
  moment: number,
  { from, until }: { from: string; until: string },
  offset: string,
): number {
  const { day, time } = localOf(moment, offset);
  const overMidnight = from > until;
  const isQuiet = overMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return moment;
  const endsTomorrow = overMidnight && time >= from;
  return momentOf(endsTomorrow ? addDays(day, 1) : day, until, offset);
}
