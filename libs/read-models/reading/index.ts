export { Conditions } from './conditions.ts';
export {
  A_COUNT,
  A_TEXT,
  A_UUID,
  BadCursor,
  keysIn,
  limitOf,
  MOST_A_PAGE,
  pageOf,
  type Listed,
  type Page,
} from './page.ts';
export type { Queryable } from './queryable.ts';
export { isWithin, scopeOf, withinScope, type Reach, type Scope } from './scope.ts';
