import { type RouteCase } from './route-case.ts';

/** What everybody who signed in may ask, and what needs no session. */
export const FOR_ALL: readonly RouteCase[] = [
  { route: 'GET /api/me' },
  { route: 'PUT /api/me/password' },
  { route: 'GET /api/phrases' },
  { route: 'GET /api/campaigns' },
  { route: 'GET /api/units' },
  { route: 'GET /api/sections' },
  { route: 'GET /api/people' },
  { route: 'GET /api/templates/:kind.docx' },
  { route: 'GET /api/templates/:kind.xlsx' },
  { route: 'GET /api/templates/batch.xlsx' },
  { route: 'POST /api/credentials', isOpen: true },
  { route: 'GET /', isOpen: true },
  { route: 'GET /health', isOpen: true },
  { route: 'GET /metrics', isOpen: true },
  { route: 'GET /api/openapi.json', isOpen: true },
];
