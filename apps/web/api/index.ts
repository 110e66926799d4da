// What the pages show as the server says it.
export { BOXES } from '#contracts';
export type {
  Approval,
  Box,
  BudgetGate,
  CampaignProgress,
  DepartmentOverview,
  DepartmentProgress,
  Duty,
  HistoryItem,
  IndicatorItem,
  PublishedDepartment,
  PublishedItem,
  Punctuality,
  Share,
  StateCount,
  TargetItem,
  TaskItem,
} from '#contracts';
export { agreeToAll, grantAll } from './batches.ts';
export { onSessionLost } from './client.ts';
export { publicDepartments, publicTarget, publicTargets, type PublicFilter } from './disclosures.ts';
export {
  listChannels,
  listUrges,
  markRead,
  readInbox,
  readPreferences,
  ROBOTS,
  writePreferences,
  type ChannelStatus,
  type InboxItem,
  type Preferences,
  type Robot,
  type Urge,
} from './inbox.ts';
export {
  attachmentAddress,
  makeDrafts,
  readFile,
  uploadAttachment,
  type DraftOutcome,
  type ReadFile,
  type ReadItem,
} from './imports.ts';
export { exportGate, exportProgress, exportTargets } from './files.ts';
export { listCampaigns, listTargets, listTasks, similarIndicators, type TargetFilter } from './lists.ts';
export { listIndicators, readDepartment, readGate, readProgress } from './overviews.ts';
export { messagesByPath, Refused, sentenceOf, Unreachable, type Meanwhile } from './problem.ts';
export {
  createLink,
  listPeople,
  listSections,
  listSignIns,
  listUnits,
  registers,
  type Colleague,
  type SignInEntry,
} from './registers.ts';
export { addPhrase, deletePhrase, listPhrases, readResponsibility, type Phrase } from './phrases.ts';
export { takeBooklet, takeFilled, takeList, takePaper, type TakenFile } from './papers.ts';
export { orderPackage, packageAddress, readPackage, type AuditPackage } from './packages.ts';
export { readOffers, setFirstPassword, signIn, signInToDemo, signOut, whoAmI } from './session.ts';
export {
  classifyTarget,
  commands,
  draftTarget,
  readAt,
  readDiff,
  readLastYear,
  readHistory,
  readSeal,
  readTarget,
  type Commands,
  type Seen,
} from './targets.ts';
