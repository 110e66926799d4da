export { constraintSentence, knowsConstraint } from './constraints.ts';
export { describeFormIssue } from './form-issues.ts';
export { type Approval, type HistoryItem, type Responsibility } from './history.ts';
export { type IndicatorItem, type TargetItem } from './items.ts';
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
  type Page,
  type SealView,
  type SignInOffers,
  type TargetView,
} from './replies.ts';
export { BOXES, type Box, type Duty, type TaskItem } from './tasks.ts';
