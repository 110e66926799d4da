export { constraintSentence, knowsConstraint } from './constraints.ts';
export { describeFormIssue } from './form-issues.ts';
export { type IndicatorItem, type TargetItem } from './items.ts';
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
export { fieldsOfRefusal, REFUSALS, statusOfRefusal, type Facts } from './refusals.ts';
export {
  type BatchItem,
  type BatchReply,
  type CampaignView,
  type ChangeReply,
  type DisclosedTarget,
  type LiveEvent,
  type LastYearView,
  type Me,
  type Page,
  type SealView,
  type SignInOffers,
  type StageView,
  type TargetView,
} from './replies.ts';
