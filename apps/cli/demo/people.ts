import { type DirectoryCommand, type Place, type Role } from '#domain/directory';
import { FARMING, SECTIONS, WATER, type DemoDepartment } from './county.ts';
import { SERVICES } from './services.ts';

export const DEPARTMENTS: readonly DemoDepartment[] = [WATER, FARMING, ...SERVICES];

export interface DemoPerson {
  user: string;
  name: string;
  post: string;
  place: Place;
  leads: boolean;
  role: Role;
}
/** A budget unit with the people who fill in and check its forms. */
export interface DemoUnit {
  code: string;
  name: string;
  department: DemoDepartment;
  clerk: DemoPerson;
  head: DemoPerson;
}

const SURNAMES = '沈韩邹蒋唐许何吕施孔曹严华金魏陶姜戚谢喻柏水窦章云苏潘葛范彭'.match(/./gu) ?? [];
const GIVEN = [
  '文静',
  '志远',
  '晓岚',
  '建平',
  '雨桐',
  '国梁',
  '思敏',
  '海涛',
  '玉兰',
  '一鸣',
  '红梅',
  '立新',
  '子墨',
  '佩文',
];
/** Invented, and the same in every installation: 30 surnames by 14 given names before one comes again. */
const nameOf = (index: number): string =>
  `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN[(index * 5 + Math.floor(index / SURNAMES.length)) % GIVEN.length] ?? ''}`;

export interface Staff {
  units: DemoUnit[];
  people: DemoPerson[];
}

/** User, role, post, section, whether they lead it. */
const BUREAU: readonly (readonly [string, Role, string, string, boolean])[] = [
  ['section', 'section', '农业农村股股长', 'agriculture', true],
  ['section-2', 'section', '农业农村股科员', 'agriculture', false],
  ['section-3', 'section', '科教社保股股长', 'public-services', true],
  ['section-4', 'section', '科教社保股科员', 'public-services', false],
  ['performance', 'performance', '绩效管理股股长', 'performance', true],
  ['performance-2', 'performance', '绩效管理股科员', 'performance', false],
  ['leader', 'leader', '财政局副局长', 'leaders', false],
  ['auditor', 'auditor', '审计员', 'audit', false],
  ['admin', 'admin', '系统管理员', 'information', false],
  ['security', 'security', '安全管理员', 'office', false],
];

/** Everybody of the county: two for each unit, one for each department, and the bureau's offices. */
export function staffOf(): Staff {
  const people: DemoPerson[] = [];
  const add = (details: Omit<DemoPerson, 'name'>): DemoPerson => {
    const person = { ...details, name: nameOf(people.length) };
    people.push(person);
    return person;
  };
  const units = DEPARTMENTS.flatMap((department) =>
    [department.name, ...department.units].map((name, index): DemoUnit => {
      const code = index === 0 ? department.code : `${department.code}${String(index).padStart(3, '0')}`;
      const [clerk, head] = usersOf(code);
      const place = { unit: code };
      return {
        code,
        name,
        department,
        clerk: add({ user: clerk, role: 'clerk', post: '绩效管理联络员', place, leads: false }),
        head: add({ user: head, role: 'head', post: '单位负责人', place, leads: false }),
      };
    }),
  );
  for (const { code } of DEPARTMENTS)
    add({
      user: departmentUser(code),
      role: 'department',
      post: '规划财务股股长',
      place: { unit: code },
      leads: true,
    });
  for (const [user, role, post, section, leads] of BUREAU)
    add({ user, role, post, place: { section }, leads });
  return { units, people };
}

/** Who reviews for a department; the demo's own account does for 水利局. */
export const departmentUser = (code: string): string =>
  code === WATER.code ? 'department' : `department-${code}`;

/** The demo's own clerks and heads sit in the first two units below 水利局. */
function usersOf(code: string): [string, string] {
  if (code === `${WATER.code}001`) return ['clerk', 'head'];
  if (code === `${WATER.code}002`) return ['clerk2', 'head2'];
  return [`clerk-${code}`, `head-${code}`];
}

/** The register as commands, in an order that every one of them is allowed in. */
export function directoryCommands({ units, people }: Staff): DirectoryCommand[] {
  return [
    ...units.map(({ code, name, department }): DirectoryCommand => ({
      type: 'RegisterUnit',
      code,
      name,
      departmentCode: department.code,
    })),
    ...SECTIONS.map((section): DirectoryCommand => {
      const departments = DEPARTMENTS.filter((one) => one.section === section.id).map(({ code }) => code);
      return { type: 'RegisterSection', ...section, departments };
    }),
    ...people.flatMap(({ user, name, post, place, leads, role }): DirectoryCommand[] => [
      { type: 'RegisterPerson', user, username: user, name, post, place, leads },
      { type: 'GrantRole', user, role },
    ]),
  ];
}
