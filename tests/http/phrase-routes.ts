import { only, type RouteCase } from './route-case.ts';

const NOBODYS = {
  here: '00000000-0000-4000-8000-000000000000',
  there: '00000000-0000-4000-8000-000000000000',
};

/** 常用语 and what somebody approved. */
export const AT_WORK: readonly RouteCase[] = [
  {
    route: 'POST /api/phrases',
    body: () => ({ decision: 'approve', text: '同意', office: true }),
    may: only('performance'),
  },
  { route: 'DELETE /api/phrases/:id', place: { id: NOBODYS }, may: () => 'unseen' },
  {
    route: 'GET /api/people/:user/responsibility',
    place: { user: { here: 'section', there: 'section-there' } },
    may: (user, where) =>
      ['auditor', 'leader', where === 'here' ? 'section' : 'section-there'].includes(user)
        ? 'allowed'
        : 'denied',
  },
];
