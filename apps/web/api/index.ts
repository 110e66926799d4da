export { onSessionLost } from './client.ts';
export { listCampaigns, listTargets, listTasks, searchIndicators, type TargetFilter } from './lists.ts';
export { messagesByPath, Refused, sentenceOf, Unreachable, type Meanwhile } from './problem.ts';
export * from './replies.ts';
export { signIn, signOut, whoAmI } from './session.ts';
export {
  commands,
  draftTarget,
  readAt,
  readDiff,
  readHistory,
  readSeal,
  readTarget,
  type Commands,
  type Seen,
} from './targets.ts';
