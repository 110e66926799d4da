import { type Clock } from './ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

const MINUTE = 60_000;

/** A moment as the record writes it, in the jurisdiction's time: `2027-03-05T10:00:00.000+08:00`. */
export function stamp(milliseconds: number, offset: string): string {
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const local = new Date(milliseconds + sign * (hours * 60 + minutes) * MINUTE);
  return local.toISOString().replace('Z', offset);
}

/** History never runs backwards: a clock that was set back repeats the last moment. Both in the same offset. */
export const later = (time: string, last: string | undefined): string =>
  last !== undefined && Date.parse(last) > Date.parse(time) ? last : time;
