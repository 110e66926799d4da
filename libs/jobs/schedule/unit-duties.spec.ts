import { DEFAULT_RULE_SET } from '#domain';
import { NO_CAMPAIGN, type Campaign } from '#domain/campaign';
import { EMPTY_DIRECTORY, type Person, type Role } from '#domain/directory';
import type { Begun } from '#read-models';
import type { Book } from './schedule-of.ts';
import { scheduleOf } from './schedule-of.ts';
import { unitDuties } from './unit-duties.ts';

const OPENED = '2027-03-01T08:00:00.000+08:00';
const person = (user: string, unit: string, role: Role, left = false): [string, Person] => [
  user,
  {
    user,
    username: user,
    name: user,
    post: '',
    place: { unit },
    leads: role === 'head',
    roles: [role],
    left,
  },
];
const unit = (code: string, closed = false) =>
  [code, { code, name: `单位${code}`, departmentCode: '101', closed }] as const;

const PEOPLE = [
  person('主管', '101', 'department'),
  person('绩效', '900', 'performance'),
  person('经办', '101002', 'clerk'),
  person('站长', '101002', 'head'),
  person('原经办', '101002', 'clerk', true),
  person('撤并单位经办', '101003', 'clerk'),
];

function book(change: Partial<Campaign> = {}, without: readonly string[] = []): Book {
  const campaign: Campaign = {
    ...NO_CAMPAIGN,
    state: 'open',
    name: '2027年度申报',
    ruleSet: DEFAULT_RULE_SET,
    windows: { submission: { opens: '2027-03-01', closes: '2027-03-31' } },
    ...change,
  };
  const directory = {
    ...EMPTY_DIRECTORY,
    units: new Map([unit('101'), unit('101002'), unit('101003', true)]),
    people: new Map(PEOPLE.filter(([user]) => !without.includes(user))),
  };
  return { directory, campaigns: new Map([['c', { campaign, revision: 0, openedAt: OPENED }]]) };
}

const begun = (change: Partial<Begun>): Begun[] => [
  { campaign: 'c', unit: '101002', stands: true, abandonedAt: null, ...change },
];
const HERE = [{ campaign: 'c', unit: '101002' }];
const users = (of: Book, drafted: readonly Begun[] = []): string[] =>
  unitDuties(of, drafted, HERE).map(({ user }) => user);

describe('单位还没有起草任何绩效目标', () => {
  it('提醒本单位的经办和审核岗；离任的、撤并单位的、没有填报岗位的不提醒', () => {
    expect(unitDuties(book(), [])).toMatchObject([
      { user: '主管', duty: 'staff', unit: '101' },
      { user: '经办', target: null, unit: '101002', deadline: '2027-03-31', name: '2027年度申报' },
      { user: '站长', target: null, unit: '101002', deadline: '2027-03-31', unitName: '单位101002' },
    ]);
  });

  it('起草一份即了；全部作废则从作废时起重新算', () => {
    expect(users(book(), begun({}))).toEqual([]);
    const abandonedAt = '2027-03-20T09:30:00.000+08:00';
    const again = unitDuties(book(), begun({ stands: false, abandonedAt }), HERE);
    expect(again.map(({ user, since }) => [user, since])).toEqual([
      ['经办', abandonedAt],
      ['站长', abandonedAt],
    ]);
    expect(unitDuties(book(), [], HERE).map(({ since }) => since)).toEqual([OPENED, OPENED]);
  });

  it('批次关闭、或没有申报期限的，不提醒', () => {
    expect(users(book({ state: 'closed' }))).toEqual([]);
    expect(users(book({ windows: {} }))).toEqual([]);
  });

  it.each([
    ['全体', { all: true }],
    ['本部门', { department: '101' }],
    ['本单位', { unit: '101002' }],
  ] as const)('对%s延期，期限随之顺延', (_, scope) => {
    const extensions = [{ window: 'submission', scope, until: '2027-04-10' } as const];
    expect(unitDuties(book({ extensions }), [], HERE)[0]?.deadline).toBe('2027-04-10');
  });

  it('只问一处时，只答一处', () => {
    const elsewhere = [{ campaign: 'c', unit: '101' }];
    expect(unitDuties(book(), [], elsewhere).map(({ user }) => user)).toEqual(['主管']);
    expect(unitDuties(book(), [], HERE)).toHaveLength(2);
  });
});

describe('单位没有在岗的经办和审核岗', () => {
  const nobody = (...without: string[]): Book => book({}, ['经办', '站长', ...without]);
  const told = (of: Book): string[] =>
    [...scheduleOf(unitDuties(of, [], HERE), of, '+08:00').values()].map(
      ({ recipient, part, duty, steps }) =>
        `${duty.duty} ${recipient} ${part} ${steps.map(({ step }) => step).join(' ')}`,
    );

  it('请主管部门落实填报人员；绩效股即时知晓，逾期再告知', () => {
    expect(told(nobody())).toEqual([
      expect.stringMatching(/^staff 主管 actor arrived d-7 d-3 d-1 d0 overdue-1 /),
      'staff 绩效 leader arrived escalation',
    ]);
  });

  it('主管部门也没有人的，由绩效股落实', () => {
    expect(told(nobody('主管'))).toEqual([
      expect.stringMatching(/^staff 绩效 actor arrived d-7 d-3 d-1 d0 overdue-1 /),
    ]);
  });

  it('有人到岗，即改为提醒本人', () => {
    expect(told(book({}, ['站长']))).toEqual([expect.stringMatching(/^draft 经办 actor d-7 /)]);
  });
});
