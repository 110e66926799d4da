import { type Role } from '#domain/directory';

export interface MenuEntry {
  to: string;
  label: string;
  /** Who finds it in the menu; everybody where absent. */
  roles?: readonly Role[];
}

const WITH_FORMS: readonly Role[] = [
  'clerk',
  'head',
  'department',
  'section',
  'performance',
  'leader',
  'auditor',
];

/** The menu in the order of a working day. */
const ENTRIES: readonly MenuEntry[] = [
  { to: '/', label: '工作台' },
  { to: '/targets/new', label: '新建申报', roles: ['clerk'] },
  { to: '/review', label: '审核台', roles: ['department', 'section', 'performance'] },
  { to: '/targets', label: '目标清单', roles: WITH_FORMS },
  { to: '/library', label: '指标库', roles: WITH_FORMS },
  { to: '/progress', label: '进度', roles: ['department', 'section', 'performance', 'leader', 'auditor'] },
  { to: '/campaigns', label: '批次设置', roles: ['performance'] },
  { to: '/organisation', label: '机构与人员', roles: ['admin'] },
  { to: '/security', label: '安全', roles: ['security'] },
];

export const menuOf = (roles: readonly Role[]): MenuEntry[] =>
  ENTRIES.filter((entry) => entry.roles === undefined || entry.roles.some((role) => roles.includes(role)));

/** The entry that an address belongs to: the longest that it begins with. */
export function entryAt(pathname: string, entries: readonly MenuEntry[]): MenuEntry | undefined {
  return entries
    .filter(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}

/** 系统管理员 and 安全管理员 work with people and offices; no form is shown to them. */
export const seesForms = (roles: readonly Role[]): boolean => roles.some((role) => WITH_FORMS.includes(role));
