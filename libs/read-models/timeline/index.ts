export { responsibilityOf } from './responsibility.ts';
export { timeline } from './projection.ts';
export { timelineOf, type TimelineItem } from './query.ts';
