export { openQueues, queuesAnswer, type JobQueue, type QueueBackend, type QueuePlace } from './backend.ts';
export { type JobsParts } from './jobs-parts.ts';
export { runJobs, type JobsOptions, type RunningJobs } from './run-jobs.ts';
export { DELIVERIES, REMINDERS, type RemindJob } from './ticker.ts';
