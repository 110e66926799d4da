export { followEvents, lastToPlan, readFollowed, type PlannerOptions } from './follow-events.ts';
export { reconcile, takeUpAgain } from './reconcile.ts';
export { deadlineSaid, type PlanChange, type Planning } from './replan.ts';
export { grouped, keyOf, scheduleOf, taskOf, type Book, type Scheduled } from './schedule-of.ts';
export { owedNow } from './owed.ts';
export { pathOf, subjectOf, subjectsOf, type Owed, type Subject, type UnitDuty } from './subject.ts';
export { migrateJobs } from './tables.ts';
