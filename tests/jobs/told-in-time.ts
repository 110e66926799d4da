import { addDays, daysBetween } from '#jobs';

/** A duty as a person has it: from when until they did it, moments of the jurisdiction as `2027-03-01 15:00`. */
export interface HeldDuty {
  /** Or the unit that has none. */
  target: string;
  user: string;
  /** Whom a deadline passed for three days is told. */
  leader: string | null;
  from: string;
  /** Null: never. */
  until: string | null;
  opens: string;
  deadline: string;
  /** Who began it themselves is not told that it came. */
  isOwn: boolean;
}

const HOUR = '09:00';
const DAYS_BEFORE = [7, 3, 1, 0];
const ESCALATED_AFTER = 3;

/**
 * Who is to be told what on which day, walked day by day over a wall calendar: another way of reckoning than the plan's,
 * which lists steps and looks for the one that is due. Lines of `target user step day`.
 */
export function toldInTime(duty: HeldDuty, lastDay: string): string[] {
  const { target, user, leader, from, until, opens, deadline, isOwn } = duty;
  const arrival = from.slice(0, 10) < opens ? `${opens} ${HOUR}` : from;
  const isOpenAt = (moment: string): boolean => moment > arrival && (until === null || moment < until);
  const told: string[] = [];
  if (!isOwn && (until === null || arrival < until))
    told.push(`${target} ${user} arrived ${arrival.slice(0, 10)}`);
  for (let day = arrival.slice(0, 10); day <= lastDay; day = addDays(day, 1)) {
    if (!isOpenAt(`${day} ${HOUR}`)) continue;
    const left = daysBetween(day, deadline);
    told.push(...saidWith(left).map((step) => `${target} ${user} ${step} ${day}`));
    if (left === -ESCALATED_AFTER && leader !== null) told.push(`${target} ${leader} escalation ${day}`);
  }
  return told;
}

/** With so many days left, negative once overdue. */
function saidWith(left: number): string[] {
  if (left < 0) return [`overdue-${-left}`];
  return DAYS_BEFORE.includes(left) ? [left === 0 ? 'd0' : `d-${left}`] : [];
}
