import { type Role } from '#domain/directory';

const WATCHERS: readonly Role[] = ['department', 'section', 'performance', 'leader', 'auditor'];

/** The server counts only what each may see; a unit has its own list. */
export const mayWatch = (roles: readonly Role[]): boolean => roles.some((role) => WATCHERS.includes(role));
