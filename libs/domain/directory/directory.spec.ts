import { type RefusalCode } from '../refusal.ts';
import { decideDirectory, evolveDirectory } from './decider.ts';
import { EMPTY_DIRECTORY, type Directory, type DirectoryCommand, type Role } from './directory.ts';
import { headsOf, mayCommand, reviewersOf, sees } from './rights.ts';

const actor = { user: 'system', name: '系统', post: '', organisation: '' };
const apply = (directory: Directory, command: DirectoryCommand): Directory =>
  decideDirectory(command, directory).reduce(
    (state, event, revision) => evolveDirectory(state, { event, actor, time: '', revision }),
    directory,
  );
const person = (
  user: string,
  place: { unit: string } | { section: string },
  leads = false,
): DirectoryCommand => ({
  type: 'RegisterPerson',
  user,
  username: user,
  name: user,
  post: '科员',
  place,
  leads,
});
const grant = (user: string, role: Role): DirectoryCommand => ({ type: 'GrantRole', user, role });
const county = [
  { type: 'RegisterUnit', code: '101', name: '水利局', departmentCode: '101' },
  { type: 'RegisterUnit', code: '101002', name: '河道站', departmentCode: '101' },
  { type: 'RegisterUnit', code: '102', name: '教育局', departmentCode: '102' },
  { type: 'RegisterSection', id: 'farm', name: '农业股', kind: 'business', departments: ['101'] },
  { type: 'RegisterSection', id: 'perf', name: '绩效股', kind: 'performance', departments: [] },
  person('经办', { unit: '101002' }),
  person('主管', { unit: '101' }, true),
  person('股员', { section: 'farm' }),
  person('绩效', { section: 'perf' }, true),
  person('局长', { section: 'perf' }),
  person('安全', { section: 'perf' }),
  grant('经办', 'clerk'),
  grant('主管', 'department'),
  grant('股员', 'section'),
  grant('绩效', 'performance'),
  grant('局长', 'leader'),
  grant('安全', 'security'),
] satisfies DirectoryCommand[];
const directory = county.reduce(apply, EMPTY_DIRECTORY);
const refusal = (command: DirectoryCommand): RefusalCode | null => {
  try {
    decideDirectory(command, directory);
    return null;
  } catch (error) {
    return (error as { code: RefusalCode }).code;
  }
};
const who = (user: string) => directory.people.get(user)!;
const station = { unitCode: '101002', departmentCode: '101' };

describe('机构与人员', () => {
  it('编码、用户名不重复，主管部门与股室须已登记', () => {
    expect(refusal(county[0]!)).toBe('AlreadyExists');
    expect(refusal({ type: 'RegisterUnit', code: '109001', name: '某站', departmentCode: '109' })).toBe(
      'UnknownUnit',
    );
    expect(refusal(person('新人', { section: 'none' }))).toBe('UnknownSection');
    expect(refusal({ ...person('新人', { unit: '101' }), username: '经办' } as DirectoryCommand)).toBe(
      'NameTaken',
    );
  });

  it('三员分立：系统、安全、审计不得兼任，也不得兼其他岗', () => {
    expect(refusal(grant('安全', 'admin'))).toBe('OfficesApart');
    expect(refusal(grant('经办', 'auditor'))).toBe('OfficesApart');
    expect(refusal(grant('经办', 'head'))).toBeNull();
  });

  it('岗位须与所在机构相称', () => {
    expect(refusal(grant('经办', 'department'))).toBe('RoleNeedsPlace');
    expect(refusal(grant('股员', 'clerk'))).toBe('RoleNeedsPlace');
    expect(
      refusal({
        type: 'ChangePerson',
        user: '股员',
        name: '股员',
        post: '',
        place: { unit: '101' },
        leads: false,
      }),
    ).toBe('RoleNeedsPlace');
  });

  it('最后一名安全管理员不得撤', () => {
    expect(refusal({ type: 'RevokeRole', user: '安全', role: 'security' })).toBe('LastAdministrator');
    expect(refusal({ type: 'DismissPerson', user: '安全', reason: '调离' })).toBe('LastAdministrator');
  });

  it('看得见什么由岗位决定：本单位、所属单位、所服务部门或全部', () => {
    const school = { unitCode: '102', departmentCode: '102' };
    expect(
      ['经办', '主管', '股员', '绩效', '局长', '安全'].map((user) => sees(who(user), station, directory)),
    ).toEqual([true, true, true, true, true, false]);
    expect(
      ['经办', '主管', '股员', '绩效', '局长', '安全'].map((user) => sees(who(user), school, directory)),
    ).toEqual([false, false, false, true, true, false]);
  });

  it('各级审核人与股室负责人由名册得出，调离者不在其列', () => {
    const users = (dir: Directory) =>
      (['department', 'section', 'performance'] as const).map((group) =>
        reviewersOf(group, station, dir).map(({ user }) => user),
      );
    expect(users(directory)).toEqual([['主管'], ['股员'], ['绩效']]);
    expect(users(apply(directory, { type: 'DismissPerson', user: '股员', reason: '调离' }))[1]).toEqual([]);
    expect(headsOf('department', station, directory)).toEqual(['主管']);
    expect(headsOf('section', station, directory)).toEqual(['局长']);
    const without = apply(directory, { type: 'RevokeRole', user: '主管', role: 'department' });
    expect(headsOf('department', station, without)).toEqual(['局长']);
  });

  it('主管部门只批复所属单位，且须批次允许；被点名者可越出范围审核', () => {
    const scope = (change: object) => ({ where: station, named: false, departmentsGrant: true, ...change });
    const may = (user: string, command: Parameters<typeof mayCommand>[1], change: object = {}) =>
      mayCommand(who(user), command, scope(change), directory);
    expect(may('主管', 'GrantTarget')).toBe(true);
    expect(may('主管', 'GrantTarget', { departmentsGrant: false })).toBe(false);
    expect(may('主管', 'GrantTarget', { where: { unitCode: '101', departmentCode: '101' } })).toBe(false);
    expect(may('股员', 'GiveOpinion', { where: { unitCode: '102', departmentCode: '102' } })).toBe(false);
    expect(
      may('股员', 'GiveOpinion', { where: { unitCode: '102', departmentCode: '102' }, named: true }),
    ).toBe(true);
    expect(may('经办', 'SubmitTarget')).toBe(false);
    expect(may('经办', 'GiveOpinion', { named: true })).toBe(false);
  });
});
