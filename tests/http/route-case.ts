import { type DirectoryCommand } from '#domain/directory';
import { type TargetCommandType } from '#domain/target';

export type Where = 'here' | 'there';
/** `unseen`: 404, the person may not know that it is there. */
export type Expectation = 'allowed' | 'denied' | 'unseen';

export interface RouteCase {
  /** `METHOD /path` as the server knows it. */
  route: string;
  isOpen?: true;
  isCommand?: boolean;
  query?: string;
  body?: (where: Where) => object;
  place?: Record<string, Record<Where, string>>;
  /** The commands that come of it. */
  commands?: readonly (TargetCommandType | DirectoryCommand['type'])[];
  /** Absent where everybody who signed in may. */
  may?: (user: string, where: Where) => Expectation;
}

/** Which target of the two each person sees: by what they are, written down here and not computed. */
const SEES: Readonly<Record<Where, readonly string[]>> = {
  here: ['clerk', 'head', 'department', 'section', 'performance', 'leader', 'auditor'],
  there: [
    'clerk-there',
    'head-there',
    'department-there',
    'section-there',
    'performance',
    'leader',
    'auditor',
  ],
};

const plain = (user: string): string => user.replace('-there', '');

/** A person who sees the target and holds one of the roles is let through, one who only sees it is denied. */
export const byRole =
  (...roles: readonly string[]) =>
  (user: string, where: Where): Expectation => {
    if (!SEES[where].includes(user)) return 'unseen';
    return roles.includes(plain(user)) ? 'allowed' : 'denied';
  };
export const readers = (user: string, where: Where): Expectation =>
  SEES[where].includes(user) ? 'allowed' : 'unseen';
export const only =
  (...roles: readonly string[]) =>
  (user: string): Expectation =>
    roles.includes(plain(user)) ? 'allowed' : 'denied';
/** 系统管理员 and 安全管理员 see no form, in no list. */
export const formReaders = (user: string): Expectation =>
  ['admin', 'security'].includes(user) ? 'denied' : 'allowed';
