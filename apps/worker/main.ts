import { runProgram } from '#platform/program';
import { startWorker } from './worker.ts';

/** The worker process. */
await runProgram({ name: 'worker', start: startWorker });
