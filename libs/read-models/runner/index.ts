export type { BatchStep, Interrupt } from './batch-writer.ts';
export { statusOfProjections, type Failure, type ProjectionStatus } from './checkpoint.ts';
export { isPassing } from './passing.ts';
export { RebuildRunning, rebuildProjection, type Rebuilt, type RebuildOptions } from './rebuild.ts';
export { ProjectionRunner, type RunnerOptions } from './runner.ts';
export { migrateReadModels } from './schema.ts';
export { Waiting, type Reached } from './waiting.ts';
