import { pino } from 'pino';
import { readConfiguration } from '#platform/configuration';
import { startServer, type Server } from './server.ts';

/**
 * The API process. Its configuration is the environment; it tells its parent when it listens, or in one sentence why it
 * failed, and ends in order when asked to, on SIGTERM, or when the parent is gone.
 */
async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) {
    fail(read.problems.join('\n'));
    return;
  }
  const { databaseUrl, logLevel } = read.configuration;
  if (databaseUrl === undefined) {
    fail('api 需要环境变量 DATABASE_URL；单机运行请用 mubiao start。');
    return;
  }
  const log = pino({ level: logLevel, base: { program: 'api' } });
  const onFailure = (error: unknown): void => {
    // Deciding by an old register would be worse than being started again.
    log.fatal({ err: error }, 'api 无法跟上名册与批次的变更');
    process.exit(1);
  };
  try {
    const server = await startServer({ ...read.configuration, databaseUrl }, { log, onFailure });
    endInOrder(server);
    process.send?.({ type: 'ready', port: server.port });
    log.info({ port: server.port }, 'api 已就绪');
  } catch (error) {
    log.error({ err: error }, 'api 无法启动');
    fail(`api 无法启动：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Requests that hang must not keep the process. */
const CLOSE_WITHIN_MS = 8_000;

/** Once, whoever asks first; a second request changes nothing. */
function endInOrder(server: Server): void {
  let ending: Promise<void> | null = null;
  const end = (): void => {
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    ending ??= server.close().finally(() => process.exit(0));
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
