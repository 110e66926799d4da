import { only, readers, type RouteCase } from './route-case.ts';

export const INBOX: readonly RouteCase[] = [
  { route: 'GET /api/inbox' },
  { route: 'POST /api/inbox/read' },
  { route: 'GET /api/preferences' },
  { route: 'PUT /api/preferences' },
  { route: 'GET /api/targets/:id/reminders', may: readers },
  { route: 'GET /api/channels', may: only('admin') },
];
