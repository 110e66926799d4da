export { PROJECTIONS, projectionNamed, VIEWS, type View } from './projections.ts';
export { openReadModels, type ReadModels, type ReadModelsOptions } from './read-models.ts';
export { rebuildNamed } from './rebuild-named.ts';
export { runProjections, type RunningProjections, type RunOptions } from './run-projections.ts';
export {
  isPassing,
  migrateReadModels,
  ProjectionRunner,
  rebuildProjection,
  RebuildRunning,
  statusOfProjections,
  type BatchStep,
  type Failure,
  type ProjectionStatus,
  type Reached,
  type Rebuilt,
} from './runner/index.ts';
export { PoisonousEvent, type Projection } from './rows/index.ts';
export {
  A_UUID,
  BadCursor,
  isWithin,
  keysIn,
  limitOf,
  pageOf,
  scopeOf,
  type Listed,
  type Page,
  type Queryable,
  type Scope,
} from './reading/index.ts';
export {
  begunIn,
  departmentsPublished,
  listPublished,
  listTargets,
  placesOf,
  type PublishedFilter,
  type TargetFilter,
  titlesOf,
  type TargetTitle,
  type Begun,
  type UnitInCampaign,
} from './target-list/index.ts';
export {
  changedTargets,
  countTodo,
  DUTY_TERMS,
  listTasks,
  openDuties,
  type Asking,
  type OpenDuty,
  targetsWaitingFor,
  type ChangedTarget,
} from './tasks/index.ts';
export { neighboursIn } from './comparison/index.ts';
export { responsibilityOf, timelineOf, type TimelineItem } from './timeline/index.ts';
export { searchIndicators, type IndicatorFilter } from './indicator-library/index.ts';
export * from './overviews/index.ts';
