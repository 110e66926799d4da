import { type RouteCase } from './route-case.ts';

/** Signing in, out, and being told what changed: the same for everybody, whatever their office. */
export const SESSION: readonly RouteCase[] = [
  { route: 'POST /api/session', isOpen: true },
  { route: 'GET /api/session/offers', isOpen: true },
  { route: 'GET /api/session/oidc', isOpen: true },
  { route: 'GET /api/session/oidc/return', isOpen: true },
  { route: 'DELETE /api/session' },
  { route: 'GET /api/events' },
];
