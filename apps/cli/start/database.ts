import pg from 'pg';

import type { Configuration } from '#platform/configuration';
import { openEmbeddedPostgres } from '#platform/embedded-postgres';
import type { DataFolderLock, EmbeddedPostgres } from '#platform/embedded-postgres';

import { CommandFailed } from '../command-failed.ts';
import { say } from '../output.ts';
import { pause } from './stop-signal.ts';

export interface SystemDatabase {
  url: string;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const CONNECT_WITHIN_MS = 5_000;

/** The database that DATABASE_URL names, or the embedded one, watched over. @throws CommandFailed, StartRefused */
export async function openDatabase(
  { databaseUrl, dataFolder }: Configuration,
  lock: DataFolderLock,
): Promise<SystemDatabase> {
  if (databaseUrl !== undefined) {
    await requireReachable(databaseUrl);
    return { url: databaseUrl, stop: () => Promise.resolve() };
  }
  const postgres = await openEmbeddedPostgres({ dataFolder, lock, log: say });
  if (postgres.adopted) say('接管了上次遗留运行的 PostgreSQL，已确认的数据没有丢失。');
  const stopping = new AbortController();
  const watched = watch(postgres, stopping.signal);
  return {
    url: postgres.url,
    stop: async () => {
      stopping.abort();
      await watched;
      await postgres.stop();
    },
  };
}

async function requireReachable(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof AggregateError ? error.errors.map(String).join('；') : String(error);
    throw new CommandFailed(`无法连接 DATABASE_URL 指定的 PostgreSQL，请检查地址和密码（${why}）。`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

/** A server that is killed is started again; the others reconnect to the same address. */
async function watch(postgres: EmbeddedPostgres, signal: AbortSignal): Promise<void> {
  while (await pause(LOOK_EVERY_MS, signal)) {
    if (postgres.isAlive()) continue;
    try {
      if (await postgres.revive()) say('PostgreSQL 意外结束，已重新启动。');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
}
