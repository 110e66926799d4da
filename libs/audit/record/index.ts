export { catchUpLog } from './catch-up.ts';
export {
  appendFact,
  despiteRaces,
  type AppendedFact,
  type AuditParts,
  type Fact,
  type Recording,
} from './append-fact.ts';
export { followFeed, type FollowOptions } from './follow-feed.ts';
export { extendLog, hashesOf, leavesOf, logState, streamsWithin, type LogState } from './log-tables.ts';
export { migrateAudit } from './tables.ts';
