import { only, type Expectation, type RouteCase } from './route-case.ts';

const NO_PACKAGE = '00000000-0000-5000-8000-000000000000';
const place = { id: { here: NO_PACKAGE, there: NO_PACKAGE } };

/** Nobody asked for this package: whoever may have it is told that it is not there. */
const may = (user: string): Expectation => (['performance', 'auditor'].includes(user) ? 'unseen' : 'denied');

export const AUDIT: readonly RouteCase[] = [
  { route: 'GET /api/seals' },
  { route: 'GET /api/seals/:size' },
  { route: 'GET /api/seals/:size/proof' },
  { route: 'GET /api/seals/:size/consistency' },
  { route: 'POST /api/audit-packages', body: () => ({}), may: only('performance', 'auditor') },
  { route: 'GET /api/audit-packages/:id', place, may },
  { route: 'GET /api/audit-packages/:id/file', place, may },
  { route: 'DELETE /api/audit-packages/:id', place, may },
];
