import { DEFAULT_REMINDERS, type ReminderSettings } from '#domain/campaign';
import { EMPTY_DIRECTORY, type Directory, type Person } from '#domain/directory';
import { comingStep, dueStep, leadersOver, planOf, type RemindedTask, type Step } from './index.ts';

const OFFSET = '+08:00';
const rules = (change: Partial<ReminderSettings> = {}) => ({
  settings: { ...DEFAULT_REMINDERS, overdueAtMost: 4, ...change },
  offset: OFFSET,
});
const ALWAYS = [{ from: '0000-01-01', until: '9999-12-31' }];
const task = (change: Partial<RemindedTask> = {}): RemindedTask => ({
  part: 'actor',
  since: '2025-03-01T10:20:00.000+08:00',
  isAnnounced: true,
  opens: null,
  deadline: '2025-03-31',
  spans: ALWAYS,
  ...change,
});
const local = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const shown = (steps: readonly Step[]): string[] => steps.map(({ step, at }) => `${step} ${local(at)}`);
const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('催报计划', () => {
  it('送达即告知，到期前7、3、1天、当天、逾期每天提醒', () => {
    expect(shown(planOf(task(), rules()).steps)).toEqual([
      'arrived 2025-03-01T10:20',
      'd-7 2025-03-24T09:00',
      'd-3 2025-03-28T09:00',
      'd-1 2025-03-30T09:00',
      'd0 2025-03-31T09:00',
      'overdue-1 2025-04-01T09:00',
      'overdue-2 2025-04-02T09:00',
      'overdue-3 2025-04-03T09:00',
      'overdue-4 2025-04-04T09:00',
    ]);
  });

  it('逾期三天告知领导，只一次', () => {
    const leader = task({ part: 'leader', isAnnounced: false });
    expect(shown(planOf(leader, rules()).steps)).toEqual(['escalation 2025-04-03T09:00']);
  });

  it('批次可改提醒天数、时间', () => {
    const { steps } = planOf(
      task({ isAnnounced: false }),
      rules({ before: [5], hour: '14:30', overdueAtMost: 0 }),
    );
    expect(shown(steps)).toEqual(['d-5 2025-03-26T14:30', 'd0 2025-03-31T14:30']);
  });

  it('按工作日：清明节不计，调休计入', () => {
    // 2025年清明节：4月4日（周五）至6日。
    const { steps, unknownYear } = planOf(
      task({ deadline: '2025-04-05' }),
      rules({ days: 'working', before: [3] }),
    );
    expect(unknownYear).toBeNull();
    expect(shown(steps)).toEqual([
      'arrived 2025-03-01T10:20',
      'd-3 2025-03-31T09:00',
      'd0 2025-04-03T09:00',
      'overdue-1 2025-04-07T09:00',
      'overdue-2 2025-04-08T09:00',
      'overdue-3 2025-04-09T09:00',
      'overdue-4 2025-04-10T09:00',
    ]);
  });

  it('放假安排未公布的年份：说明是哪一年，按自然日计', () => {
    const plan = planOf(task({ deadline: '2099-03-31' }), rules({ days: 'working' }));
    expect(plan.unknownYear).toBe(2099);
    expect(shown(plan.steps)).toContain('d-1 2099-03-30T09:00');
  });

  it('送达时已过的提醒不补发；窗口未开启不打扰', () => {
    const late = planOf(task({ since: '2025-03-29T08:00:00.000+08:00' }), rules()).steps;
    expect(shown(late).slice(0, 2)).toEqual(['arrived 2025-03-29T08:00', 'd-1 2025-03-30T09:00']);
    const waiting = planOf(task({ opens: '2025-03-26' }), rules()).steps;
    expect(shown(waiting).slice(0, 2)).toEqual(['arrived 2025-03-26T09:00', 'd-3 2025-03-28T09:00']);
  });

  it('没有期限的只告知一次', () => {
    expect(shown(planOf(task({ deadline: null }), rules()).steps)).toEqual(['arrived 2025-03-01T10:20']);
  });

  it('受托人只在委托期内收到提醒', () => {
    const { steps } = planOf(task({ spans: [{ from: '2025-03-27', until: '2025-03-30' }] }), rules());
    expect(shown(steps)).toEqual([
      'arrived 2025-03-27T09:00',
      'd-3 2025-03-28T09:00',
      'd-1 2025-03-30T09:00',
    ]);
  });

  it('时钟一下跳过几步，只发最近到时的一步', () => {
    const { steps } = planOf(task(), rules());
    expect(dueStep(steps, at('2025-03-31T12:00'))?.step).toBe('d0');
    expect(comingStep(steps, at('2025-03-31T12:00'))?.step).toBe('overdue-1');
    expect(dueStep(steps, at('2025-03-01T10:19'))).toBeUndefined();
    expect(comingStep(steps, at('2025-04-05T00:00'))).toBeUndefined();
  });
});

describe('逾期告知谁', () => {
  const person = (user: string, unit: string, change: Partial<Person> = {}): [string, Person] => [
    user,
    {
      user,
      username: user,
      name: user,
      post: '',
      place: { unit },
      leads: false,
      roles: [],
      left: false,
      ...change,
    },
  ];
  const directory: Directory = {
    ...EMPTY_DIRECTORY,
    people: new Map([
      person('经办', '101'),
      person('站长', '101', { leads: true }),
      person('原站长', '101', { leads: true, left: true }),
      person('别处站长', '102', { leads: true }),
      person('局长', '900', { roles: ['leader'] }),
    ]),
  };

  it('经办逾期，告知本单位负责人；负责人自己逾期，告知财政局领导', () => {
    expect(leadersOver(['经办'], directory)).toEqual(['站长']);
    expect(leadersOver(['站长'], directory)).toEqual(['局长']);
  });
});
