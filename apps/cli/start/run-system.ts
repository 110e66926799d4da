import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { DEMO_JURISDICTION } from '#platform/configuration';
import type { Configuration } from '#platform/configuration';
import { lockDataFolder, prepareDataFolder, StartRefused } from '#platform/embedded-postgres';
import type { DataFolderLock } from '#platform/embedded-postgres';

import { CommandFailed } from '../command-failed.ts';
import { prepareDemo } from '../demo/index.ts';
import { say } from '../output.ts';
import { readRunFile, removeRunFile, wasKilled, writeRunFile } from '../run-file.ts';
import { failInWords } from '../with-database.ts';
import { openDatabase } from './database.ts';
import { sayHowToBegin } from './first-account.ts';
import { requireFreePort } from './port.ts';
import { aborted, listenForStop, StopRequested } from './stop-signal.ts';
import { Supervisor } from './supervisor.ts';

/** The two programs of the system, as modules for Node to run. */
export interface SystemPrograms {
  api: string;
  worker: string;
  execArgv?: readonly string[];
  /** Before they start, outside production: the demo. */
  prepare?: (configuration: Configuration & { databaseUrl: string }) => Promise<void>;
}

const root = dirname(createRequire(import.meta.url).resolve('#root'));

export const SYSTEM_PROGRAMS: SystemPrograms = {
  api: join(root, 'dist/apps/api/main.js'),
  worker: join(root, 'dist/apps/worker/main.js'),
  prepare: prepareDemo,
};

/** What is open, each with how to close it; closed in the reverse order. */
type Closers = (() => Promise<void> | void)[];

/**
 * Runs the whole system on this machine until Ctrl-C, SIGTERM or SIGHUP, and stops it cleanly: programs first, then
 * the database. A signal while it starts ends the start.
 * @throws CommandFailed with one sentence for whatever stands in the way
 */
export async function runSystem(configuration: Configuration, programs: SystemPrograms): Promise<void> {
  const stop = listenForStop();
  const closers: Closers = [];
  try {
    await bringUp(configuration, programs, { signal: stop.signal, closers });
    await aborted(stop.signal);
  } catch (error) {
    if (!(error instanceof StopRequested)) failInWords(error);
    say('正在停止……');
  } finally {
    for (const close of closers.reverse()) await close();
    stop.dispose();
  }
  say('已停止。');
}

/** The programs of a start that was killed see it, and close; their port is free after that. */
const PROGRAMS_END_WITHIN_MS = 10_000;

const NO_JURISDICTION = `没有设置 MUBIAO_JURISDICTION（区划代码），暂用演示的 ${DEMO_JURISDICTION}；它会写入每个事件，正式使用前请设置。`;

async function bringUp(
  configuration: Configuration,
  programs: SystemPrograms,
  { signal, closers }: { signal: AbortSignal; closers: Closers },
): Promise<void> {
  const dataFolder = prepareDataFolder(configuration.dataFolder);
  const lock = takeLock(dataFolder);
  closers.push(() => lock.release());
  if (configuration.production && configuration.jurisdiction === DEMO_JURISDICTION) say(NO_JURISDICTION);
  await requireFreePort(configuration, wasKilled(dataFolder) ? PROGRAMS_END_WITHIN_MS : 0);
  signal.throwIfAborted();
  const database = await openDatabase({ ...configuration, dataFolder }, lock);
  closers.push(() => database.stop());
  signal.throwIfAborted();
  const running = { ...configuration, dataFolder, databaseUrl: database.url };
  if (!configuration.production) await programs.prepare?.(running);
  signal.throwIfAborted();
  await startPrograms(running, programs, { signal, closers });
  writeRunFile(dataFolder, { url: configuration.origin, databaseUrl: database.url });
  closers.push(() => removeRunFile(dataFolder));
  if (configuration.production) await sayHowToBegin(database.url);
  say(`系统已启动：${configuration.origin} （按 Ctrl-C 停止，数据在 ${dataFolder}）`);
}

/** Two systems on one data folder is the likeliest mistake of all: say where the other one is. */
function takeLock(dataFolder: string): DataFolderLock {
  try {
    return lockDataFolder(dataFolder);
  } catch (error) {
    const other = readRunFile(dataFolder);
    if (other === null || !(error instanceof StartRefused) || error.code !== 'DataFolderInUse') throw error;
    throw new CommandFailed(
      `系统已在运行：${other.url}（进程号 ${other.pid}，数据目录 ${dataFolder}），要另开一套请用 MUBIAO_DATA 和 PORT。`,
    );
  }
}

async function startPrograms(
  configuration: Configuration,
  { api, worker, execArgv }: SystemPrograms,
  { signal, closers }: { signal: AbortSignal; closers: Closers },
): Promise<void> {
  const logs = join(configuration.dataFolder, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const env = environmentOf(configuration);
  const failed = new AbortController();
  const starts = Object.entries({ api, worker }).map(async ([name, script]) => {
    const program = { name, script, env, logFile: join(logs, `${name}.log`), execArgv: execArgv ?? [] };
    const supervisor = await Supervisor.start(program, AbortSignal.any([signal, failed.signal]));
    closers.push(() => supervisor.stop());
  });
  for (const start of starts) start.catch((error: unknown) => failed.abort(error));
  const results = await Promise.allSettled(starts);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure === undefined) return;
  const reason: unknown = failure.reason;
  if (reason instanceof StopRequested) throw reason;
  throw new CommandFailed(reason instanceof Error ? reason.message : String(reason), { cause: reason });
}

/** The programs read the same variables as everybody; what was found out here is put in. */
function environmentOf({ databaseUrl, dataFolder, host, port, origin }: Configuration): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    MUBIAO_DATA: dataFolder,
    MUBIAO_ORIGIN: origin,
    HOST: host,
    PORT: String(port),
  };
}
