import { runProgram } from '#platform/program';
import { startServer } from './server.ts';

/** Requests that hang must not keep the process. */
const CLOSE_WITHIN_MS = 8_000;

/** The API process. */
await runProgram({
  name: 'api',
  closeWithinMs: CLOSE_WITHIN_MS,
  start: (configuration, log) => {
    const onFailure = (error: unknown): void => {
      // Deciding by an old register would be worse than being started again.
      log.fatal({ err: error }, 'api 无法跟上名册与批次的变更');
      process.exit(1);
    };
    return startServer(configuration, { log, onFailure });
  },
});
