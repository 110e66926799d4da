export { constraintSentence, knowsConstraint } from './constraints.ts';
export { describeFormIssue } from './form-issues.ts';
export { type Approval, type HistoryItem, type Responsibility } from './history.ts';
export {
  type CellFault,
  type DraftOutcome,
  type DraftsReply,
  type FilePreview,
  type FormPreview,
} from './imports.ts';
export { type IndicatorItem, type TargetItem } from './items.ts';
export {
  CHANNEL_TERMS,
  MAIL_WAYS,
  ROBOTS,
  type ChannelName,
  type ChannelStatus,
  type Inbox,
  type InboxItem,
  type NamedReminder,
  type Preferences,
  type Robot,
  type SentReminder,
} from './notices.ts';
export { type StageView, type TargetOutline } from './outline.ts';
export {
  type BlockedItem,
  type BudgetGate,
  type CampaignProgress,
  type DepartmentOverview,
  type DepartmentProgress,
  type Punctuality,
  type Share,
  type StageCount,
  type StateCount,
  type UnitOverview,
} from './overviews.ts';
export { problem, PROBLEMS, typeOf, type FieldProblem, type Problem, type ProblemCode } from './problem.ts';
export { publicForm } from './public-form.ts';
export { type DisclosedTarget, type PublishedDepartment, type PublishedItem } from './published.ts';
export { fieldsOfRefusal, REFUSALS, statusOfRefusal, type Facts } from './refusals.ts';
export {
  type BatchItem,
  type BatchReply,
  type CampaignView,
  type ChangeReply,
  type LiveEvent,
  type LastYearView,
  type Me,
  type PackageProgress,
  type Page,
  type Phrase,
  type SealView,
  type SignInEntry,
  type SignInOffers,
  type TargetView,
} from './replies.ts';
export { BOXES, type Box, type Duty, type TaskItem } from './tasks.ts';
