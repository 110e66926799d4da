import { DEFAULT_REMINDERS } from '#domain/campaign';
import type { Scheduled } from '../schedule/index.ts';
import { reminderWording } from './wording.ts';

const PLACE = {
  user: 'clerk',
  fromDay: '2027-01-01',
  untilDay: '9999-12-31',
  since: '2027-03-24T08:00:00.000+08:00',
  opens: null,
  campaign: 'c',
  unit: '101002',
  department: '101',
  unitName: '河道管理站',
};
const TARGET = { ...PLACE, target: 't', duty: 'revise', name: '河道保洁' } as const;
const UNIT = { ...PLACE, target: null, duty: 'staff', name: '2027年度' } as const;

/** With this deadline, none where it is empty. */
const due = (duty: typeof TARGET | typeof UNIT, deadline: string): Scheduled => ({
  task: '',
  recipient: 'clerk',
  part: 'actor',
  duty: { ...duty, deadline: deadline === '' ? null : deadline },
  deadline,
  steps: [],
  unknownYear: null,
  settings: DEFAULT_REMINDERS,
});

describe('到手时的提醒', () => {
  it.each([
    ['没有期限', '', '《河道保洁》（河道管理站）已到您处，请修改后重报。'],
    ['期限未到', '2027-03-31', '《河道保洁》（河道管理站）已到您处，请于2027年3月31日前修改后重报。'],
    ['今天到期', '2027-03-24', '《河道保洁》（河道管理站）已到您处，请于2027年3月24日前修改后重报。'],
    [
      '期限已过，说已逾期，不请人在过去的日子前办',
      '2027-03-20',
      '《河道保洁》（河道管理站）已到您处，应于2027年3月20日前修改后重报，已逾期 4 天，请尽快办理。',
    ],
  ])('%s', (_, deadline, body) => {
    const said = reminderWording(due(TARGET, deadline), 'arrived', '2027-03-24');
    expect(said).toEqual({ title: '请修改后重报：《河道保洁》', body });
  });

  it('请落实人员的，期限已过也说已逾期', () => {
    expect(reminderWording(due(UNIT, '2027-03-20'), 'arrived', '2027-03-24').body).toBe(
      '“2027年度”（河道管理站没有在岗的经办和审核岗，还没有起草任何绩效目标），' +
        '应于2027年3月20日前落实填报人员，已逾期 4 天，请尽快办理。',
    );
  });
});
