import { comparison } from './comparison/index.ts';
import { indicatorLibrary } from './indicator-library/index.ts';
import { register } from './register/index.ts';
import type { Projection } from './rows/index.ts';
import { targetList } from './target-list/index.ts';
import { tasks } from './tasks/index.ts';
import { timeline } from './timeline/index.ts';

/** Everything that is kept up with the feed. */
export const PROJECTIONS: readonly Projection[] = [
  register,
  targetList,
  tasks,
  timeline,
  indicatorLibrary,
  comparison,
];

/** From which projections' rows each view is answered; an overview is a query over the rows of the list. */
export const VIEWS = {
  'target-list': ['target-list'],
  published: ['target-list'],
  tasks: ['tasks', 'target-list', 'register'],
  'department-overview': ['target-list', 'register'],
  'campaign-progress': ['target-list', 'register'],
  'budget-gate': ['target-list'],
  timeline: ['timeline'],
  responsibility: ['timeline', 'target-list'],
  'indicator-library': ['indicator-library'],
  comparison: ['comparison'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type View = keyof typeof VIEWS;

/** What `mubiao rebuild NAME` rebuilds: the projection of that name, or the one that the view's own rows come from. */
export function projectionNamed(name: string): Projection | undefined {
  const [own] = Object.entries(VIEWS).find(([view]) => view === name)?.[1] ?? [];
  return PROJECTIONS.find((projection) => projection.name === (own ?? name));
}
