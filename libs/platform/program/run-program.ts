import { pino, type Logger } from 'pino';
import { readConfiguration, type Configuration } from '../configuration/index.ts';
import { isStop, type ProgramMessage } from './messages.ts';

/** A program that has started. */
export interface RunningProgram {
  /** Where it listens; absent where it serves nobody. */
  port?: number;
  close(): Promise<void>;
}

/** A process of the system: what it is called in sentences and log lines, and how it starts. */
export interface Program {
  name: string;
  /** What hangs longer than this must not keep the process; absent = it closes in its own time. */
  closeWithinMs?: number;
  start(configuration: Configuration & { databaseUrl: string }, log: Logger): Promise<RunningProgram>;
}

/**
 * Runs the program until it is told to stop, gets SIGTERM or SIGINT, or its parent is gone; then it is closed and the
 * process ends. Its configuration is the environment. It tells the parent when it is ready, or in one sentence why it
 * failed; without a parent that sentence goes to stderr, and the process ends with 1.
 */
export async function runProgram(program: Program): Promise<void> {
  const { name } = program;
  const read = readConfiguration(process.env);
  if (!read.ok) {
    fail(read.problems.join('\n'));
    return;
  }
  const { databaseUrl, logLevel } = read.configuration;
  if (databaseUrl === undefined) {
    fail(`${name} 需要环境变量 DATABASE_URL；单机运行请用 mubiao start。`);
    return;
  }
  const log = pino({ level: logLevel, base: { program: name } });
  // While it starts it has promised nothing to anybody, and may just end.
  let close = (): Promise<void> => Promise.resolve();
  endWhenAsked(() => close(), program);
  try {
    const running = await program.start({ ...read.configuration, databaseUrl }, log);
    close = () => running.close();
    const { port } = running;
    tell({ type: 'ready', ...(port !== undefined && { port }) });
    log.info({ port }, `${name} 已就绪`);
  } catch (error) {
    log.error({ err: error }, `${name} 无法启动`);
    fail(`${name} 无法启动：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Once, whoever asks first; a second request changes nothing. */
function endWhenAsked(close: () => Promise<void>, { closeWithinMs }: Program): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    if (closeWithinMs !== undefined) setTimeout(() => process.exit(), closeWithinMs).unref();
    void close().finally(() => process.exit());
  };
  process.on('message', (message) => {
    if (isStop(message)) end();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, end);
  // A parent that was killed while the modules were being read is not announced again.
  if (process.send !== undefined && !process.connected) end();
}

/** The reason must reach the parent before the process is gone. */
function fail(message: string): void {
  process.exitCode = 1;
  if (process.connected) tell({ type: 'failed', message }, () => process.disconnect());
  else process.stderr.write(`${message}\n`);
}

/** A parent that is gone by now needs no telling. */
function tell(message: ProgramMessage, onTold = (): void => undefined): void {
  process.send?.(message, onTold);
}
