/** When a campaign's reminders go out; what a campaign does not say is by default. */
export interface ReminderSettings {
  /** So many days before the deadline, and on the day itself. */
  before: readonly number[];
  /** Calendar days, or Chinese working days (调休 included). */
  days: 'calendar' | 'working';
  /** Time of day in the jurisdiction's time zone, `HH:MM`. */
  hour: string;
  /** So many days after the deadline the leader is told, once. */
  escalateAfter: number;
  /** Daily once overdue, so many days at most. */
  overdueAtMost: number;
  /** From when to when (`HH:MM`) neither mail nor robots disturb anybody; the inbox is silent anyway. */
  quiet: { from: string; until: string };
}

export const DEFAULT_REMINDERS: ReminderSettings = {
  before: [7, 3, 1],
  days: 'calendar',
  hour: '09:00',
  escalateAfter: 3,
  overdueAtMost: 366,
  quiet: { from: '20:00', until: '08:00' },
};
