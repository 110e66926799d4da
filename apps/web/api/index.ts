// What the pages show as the server says it.
export { BOXES, ROBOTS } from '#contracts';
export type {
  Approval,
  Box,
  BudgetGate,
  CampaignProgress,
  ChannelStatus,
  DepartmentOverview,
  DepartmentProgress,
  DraftOutcome,
  Duty,
  FilePreview,
  FormPreview,
  HistoryItem,
  InboxItem,
  IndicatorItem,
  NamedReminder,
  PackageProgress,
  Phrase,
  Preferences,
  PublishedDepartment,
  PublishedItem,
  Punctuality,
  Share,
  SignInEntry,
  StateCount,
  TargetItem,
  TaskItem,
} from '#contracts';
export { agreeToAll, grantAll } from './batches.ts';
export { onSessionLost } from './client.ts';
export { publicDepartments, publicTarget, publicTargets, type PublicFilter } from './disclosures.ts';
export { listChannels, listUrges, markRead, readInbox, readPreferences, writePreferences } from './inbox.ts';
export { attachmentAddress, makeDrafts, readFile, uploadAttachment } from './imports.ts';
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
} from './registers.ts';
export { addPhrase, deletePhrase, listPhrases, readResponsibility } from './phrases.ts';
export { takeBooklet, takeFilled, takeList, takePaper, type TakenFile } from './papers.ts';
export { orderPackage, packageAddress, readPackage } from './packages.ts';
export {
  changePassword,
  readOffers,
  setFirstPassword,
  signIn,
  signInToDemo,
  signOut,
  whoAmI,
} from './session.ts';
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
