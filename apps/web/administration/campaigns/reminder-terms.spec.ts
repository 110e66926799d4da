import { DEFAULT_REMINDERS } from '#domain/campaign';
import { changedReminders, reminderFaults, remindersInWords, remindersLike } from './reminder-terms.ts';
import { blankDraft, bodyOf, faultsOf } from './terms.ts';

const OWN = { before: [5, 2], days: 'working', hour: '08:30' } as const;

describe('批次的提醒设置', () => {
  it('沿用上一批次的；与默认不同的才送出', () => {
    const last = { ...blankDraft(2027, undefined), reminders: OWN };
    const view = { ...last, revision: 0, state: 'open', extensions: [], fundTotals: [] } as const;
    expect(bodyOf(blankDraft(2028, view)).reminders).toEqual(OWN);
    expect(bodyOf(blankDraft(2028, undefined))).not.toHaveProperty('reminders');
    expect(changedReminders(remindersLike({ quiet: { from: '19:00', until: '08:00' } }))).toEqual({
      quiet: { from: '19:00', until: '08:00' },
    });
  });

  it('清空的时间、天数要填上', () => {
    const emptied = { hour: '', quiet: { from: '', until: '08:00' }, escalateAfter: 0, overdueAtMost: -1 };
    expect(reminderFaults({ ...DEFAULT_REMINDERS, ...emptied })).toHaveLength(4);
    expect(reminderFaults(DEFAULT_REMINDERS)).toEqual([]);
    const draft = { ...blankDraft(2028, undefined), reminders: { ...DEFAULT_REMINDERS, hour: '' } };
    expect(faultsOf(draft, [])).toContain('请填写每天几点提醒');
  });

  it('用一句话说清', () => {
    expect(remindersInWords(remindersLike(OWN))).toBe(
      '截止前 5、2 个工作日和当天 08:30 提醒；逾期每天提醒，至多 366 个工作日；逾期 3 个工作日告知领导；邮件和机器人20:00至08:00免打扰。',
    );
    const quietless = { before: [], overdueAtMost: 0, quiet: { from: '00:00', until: '00:00' } };
    expect(remindersInWords(remindersLike(quietless))).toBe(
      '当天 09:00 提醒；逾期不再提醒；逾期 3 天告知领导；邮件和机器人不设免打扰时段。',
    );
  });
});
