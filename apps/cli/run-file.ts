import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { identityOf, isRunning } from '#platform/embedded-postgres';
import type { ProcessIdentity } from '#platform/embedded-postgres';

/** Where the running system is, for the commands that need it: `run.json` (0600) in the data folder. */
export interface RunFile extends ProcessIdentity {
  /** Of the web server. */
  url: string;
  databaseUrl: string;
}

/** Appears whole; holds the database's password, hence readable by its owner only. */
export function writeRunFile(dataFolder: string, places: { url: string; databaseUrl: string }): void {
  const content: RunFile = { ...places, ...identityOf(process.pid) };
  const draft = join(dataFolder, `run.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(draft, join(dataFolder, 'run.json'));
}

export function removeRunFile(dataFolder: string): void {
  rmSync(join(dataFolder, 'run.json'), { force: true });
}

/** Did the last system on the data folder end without stopping? For whoever holds the folder's lock. */
export const wasKilled = (dataFolder: string): boolean => existsSync(join(dataFolder, 'run.json'));

/** `null` where no system runs on the data folder; what a killed one left behind does not count. */
export function readRunFile(dataFolder: string): RunFile | null {
  try {
    const found = JSON.parse(readFileSync(join(dataFolder, 'run.json'), 'utf8')) as RunFile;
    return isRunning(found) ? found : null;
  } catch {
    return null;
  }
}
