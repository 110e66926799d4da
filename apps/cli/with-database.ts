import type { Configuration } from '#platform/configuration';
import { openEmbeddedPostgres, StartRefused } from '#platform/embedded-postgres';

import { CommandFailed } from './command-failed.ts';
import { say } from './output.ts';
import { readRunFile } from './run-file.ts';

/**
 * Calls `use` with the URL of the installation's database: the one that DATABASE_URL names, else the one of the system
 * that runs on the data folder, else the embedded PostgreSQL, which is opened for as long as `use` takes.
 */
export async function withDatabase<T>(
  { databaseUrl, dataFolder }: Configuration,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const known = databaseUrl ?? readRunFile(dataFolder)?.databaseUrl;
  if (known !== undefined) return use(known);
  const postgres = await openEmbeddedPostgres({ dataFolder, log: say }).catch(failInWords);
  try {
    return await use(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Turns a refusal of the platform into the command's own. */
export function failInWords(error: unknown): never {
  if (error instanceof StartRefused) throw new CommandFailed(error.message, { cause: error });
  throw error;
}
