import { DEFAULT_REMINDERS, type ReminderSettings } from '#domain/campaign';

/** As the last campaign had them, else by default. */
export const remindersLike = (last: Partial<ReminderSettings> | undefined): ReminderSettings => ({
  ...DEFAULT_REMINDERS,
  ...last,
});

/** What is otherwise than by default, all that a campaign has to say; nothing where there is no such thing. */
export function changedReminders(settings: ReminderSettings): Partial<ReminderSettings> | undefined {
  const isChanged = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(DEFAULT_REMINDERS[name as keyof ReminderSettings]);
  const changed = Object.entries(settings).filter(isChanged);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** A time of day or number that was emptied, each a sentence. */
export function reminderFaults({ hour, quiet, escalateAfter, overdueAtMost }: ReminderSettings): string[] {
  return [
    ...(hour === '' ? ['请填写每天几点提醒'] : []),
    ...(quiet.from === '' || quiet.until === '' ? ['免打扰时段的起止时间要填全'] : []),
    ...(escalateAfter >= 1 ? [] : ['请填写逾期几天告知领导，至少 1 天']),
    ...(overdueAtMost >= 0 ? [] : ['请填写逾期后最多提醒几天，不提醒填 0']),
  ];
}

/** As somebody reads it before it holds. */
export function remindersInWords(settings: ReminderSettings): string {
  const { before, days, hour, escalateAfter, overdueAtMost, quiet } = settings;
  const unit = days === 'working' ? '个工作日' : '天';
  const ahead = before.length === 0 ? '' : `截止前 ${before.join('、')} ${unit}和`;
  const overdue =
    overdueAtMost === 0 ? '逾期不再提醒' : `逾期每天提醒，至多 ${String(overdueAtMost)} ${unit}`;
  const silence = quiet.from === quiet.until ? '不设免打扰时段' : `${quiet.from}至${quiet.until}免打扰`;
  return `${ahead}当天 ${hour} 提醒；${overdue}；逾期 ${String(escalateAfter)} ${unit}告知领导；邮件和机器人${silence}。`;
}
