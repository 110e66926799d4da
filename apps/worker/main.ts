import { pino } from 'pino';
import { readConfiguration } from '#platform/configuration';
import { startWorker, type Worker } from './worker.ts';

/**
 * The worker process. Its configuration is the environment; it tells its parent when it is ready, or in one sentence
 * why it failed, and ends in order when asked to, on SIGTERM, or when the parent is gone.
 */
async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) {
    fail(read.problems.join('\n'));
    return;
  }
  const { databaseUrl, logLevel } = read.configuration;
  if (databaseUrl === undefined) {
    fail('worker 需要环境变量 DATABASE_URL；单机运行请用 mubiao start。');
    return;
  }
  const log = pino({ level: logLevel, base: { program: 'worker' } });
  try {
    const worker = await startWorker({ ...read.configuration, databaseUrl }, log);
    endInOrder(worker);
    process.send?.({ type: 'ready' });
    log.info('worker 已就绪');
  } catch (error) {
    log.error({ err: error }, 'worker 无法启动');
    fail(`worker 无法启动：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Once, whoever asks first; a second request changes nothing. */
function endInOrder(worker: Worker): void {
  let ending: Promise<void> | null = null;
  const end = (): void => {
    ending ??= worker.stop().finally(() => process.exit(0));
  };
  process.on('message', (message) => {
    if ((message as { type?: unknown }).type === 'stop') end();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, end);
}

/** The reason must reach the parent before the process is gone. */
function fail(message: string): void {
  process.exitCode = 1;
  if (process.send === undefined) {
    process.stderr.write(`${message}\n`);
    return;
  }
  process.send({ type: 'failed', message }, () => process.disconnect());
}

await main();
