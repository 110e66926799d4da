import { type Role } from '#domain/directory';
import { type CampaignView } from '#contracts';

const WATCHERS: readonly Role[] = ['department', 'section', 'performance', 'leader', 'auditor'];

/** The server counts only what each may see; a unit has its own list. */
export const mayWatch = (roles: readonly Role[]): boolean => roles.some((role) => WATCHERS.includes(role));

/** 谁批复预算，谁批复目标; the same as the server decides, so that no tab leads nowhere. */
export const mayGrant = (
  roles: readonly Role[],
  { departmentsGrant }: Pick<CampaignView, 'departmentsGrant'>,
) =>
  roles.some(
    (role) => role === 'performance' || role === 'leader' || (role === 'department' && departmentsGrant),
  );
