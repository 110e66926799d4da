import { only, type RouteCase } from './route-case.ts';

/** Nobody's target: whoever may act at all is told that it was left out. */
const batched = { targets: [{ id: '00000000-0000-5000-8000-000000000000', revision: 0 }] };
export const BATCHES: readonly RouteCase[] = [
  {
    route: 'POST /api/batches/opinions',
    body: () => ({ ...batched, decision: 'approve', comment: '同意' }),
    may: only('department', 'section', 'performance'),
  },
  {
    route: 'POST /api/batches/grants',
    body: () => ({ ...batched, documentNumber: '1', date: '2027-01-01' }),
    may: only('department', 'performance', 'leader'),
  },
];

/** 公开: no session. */
export const PUBLIC: readonly RouteCase[] = [
  { route: 'GET /api/public/departments', isOpen: true },
  { route: 'GET /api/public/disclosures', isOpen: true },
  { route: 'GET /api/public/disclosures/:id', isOpen: true },
];
