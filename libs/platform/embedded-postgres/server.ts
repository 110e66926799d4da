import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { lastLine } from './cluster.ts';
import { freePort } from './free-port.ts';
import { isLiveProgram } from './process-identity.ts';
import type { ServerAccount } from './server-account.ts';
import { runProgram } from './server-program.ts';
import { serverOptions } from './settings.ts';
import type { Settings } from './settings.ts';
import { diskFull, StartRefused } from './start-refused.ts';

/** What it takes to drive one server. */
export interface Server {
  binaries: Binaries;
  cluster: Cluster;
  account: ServerAccount | null;
  settings: Settings;
}

/** Where a server listens, and its postmaster. */
export interface Running {
  port: number;
  pid: number;
}

/** A server that died hard leaves children for a moment, and a free port may be taken before it is used. */
const ATTEMPTS = 40;
const BEFORE_NEXT_MS = 250;
/** Recovery after a crash replays at most `max_wal_size`. */
const SETTLED_WITHIN_MS = 120_000;

/**
 * `null` where no server runs on the cluster; one that is just starting, recovering or stopping is waited for. What
 * PostgreSQL itself cannot tell: after a restart of a container the process of a stale postmaster.pid may be another's,
 * or dead and never reaped; that file is cleared away (the server still finds its own orphans, by the shared memory
 * that belongs to the folder).
 */
export async function findRunning(server: Server): Promise<Running | null> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const { code } = await pgCtl(server, ['status']);
    if (code !== 0) return null;
    const found = postmasterIn(server.cluster.folder);
    if (found !== null && !isLiveProgram(found.pid, 'postgres')) {
      rmSync(postmasterFile(server.cluster.folder), { force: true });
      return null;
    }
    if (found?.isReady === true) return found;
    if (performance.now() > deadline) throw failed(server, '遗留的进程一直没有就绪，也没有结束');
    await wait(BEFORE_NEXT_MS);
  }
}

/** @param wanted the port to listen on; `null` = any free one. @throws StartRefused */
export async function startServer(server: Server, wanted: number | null): Promise<Running> {
  const log = join(server.cluster.folder, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const before = sizeOf(log);
    const { code, output } = await pgCtl(server, [
      '-l',
      log,
      '-o',
      serverOptions(port, server.settings),
      'start',
    ]);
    const running = code === 0 ? postmasterIn(server.cluster.folder) : null;
    if (running !== null) return running;
    const said = `${output}\n${textOf(log).slice(before)}`;
    if (said.includes('No space left on device')) throw diskFull(server.cluster.folder);
    if (attempt === ATTEMPTS || !isPassing(said, wanted)) throw failed(server, said);
    await wait(BEFORE_NEXT_MS);
  }
}

/** Lets running transactions go (rolled back) and writes a checkpoint. @throws StartRefused */
export async function stopServer(server: Server): Promise<void> {
  const { code, output } = await pgCtl(server, ['-m', 'fast', 'stop']);
  if (code === 0 || (await findRunning(server)) === null) return;
  throw failed(server, output);
}

const pgCtl = (server: Server, args: string[]): ReturnType<typeof runProgram> =>
  runProgram(
    server.binaries.pgCtl,
    ['-D', server.cluster.folder, '-w', '-t', '120', ...args],
    server.account,
  );

const isPassing = (said: string, wanted: number | null): boolean =>
  said.includes('pre-existing shared memory block') ||
  said.includes('is still in use') ||
  (wanted === null && said.includes('Address already in use'));

const failed = (server: Server, said: string): StartRefused => {
  const fatal = said.split('\n').filter((line) => /FATAL|PANIC|error/.test(line));
  const why = fatal.at(-1)?.trim() ?? lastLine(said);
  return new StartRefused(
    'ServerFailed',
    `内置 PostgreSQL 没能启动或停止（${server.cluster.folder}）：${why}`,
  );
};

const postmasterFile = (folder: string): string => join(folder, 'postmaster.pid');

/** postmaster.pid: line 1 is the process, line 4 the port, line 8 how far it is. */
function postmasterIn(folder: string): (Running & { isReady: boolean }) | null {
  const lines = textOf(postmasterFile(folder)).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : null;
}

const sizeOf = (file: string): number => textOf(file).length;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
