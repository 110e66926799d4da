import { findBinaries, reachableBinaries } from './binaries.ts';
import { openCluster, ROLE } from './cluster.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import type { DataFolderLock } from './data-folder-lock.ts';
import { ensureDatabase } from './ensure-database.ts';
import { placeCluster, prepareDataFolder } from './placement.ts';
import { isLiveProgram } from './process-identity.ts';
import { findRunning, startServer, stopServer } from './server.ts';
import type { Running, Server } from './server.ts';
import { serverAccount } from './server-account.ts';
import type { Settings } from './settings.ts';

export interface EmbeddedPostgresOptions {
  /** Made if it is missing; holds the lock, the cluster and its password. */
  dataFolder: string;
  /** The lock of the data folder where the caller holds it already; it stays the caller's to release. */
  lock?: DataFolderLock;
  /** Any free one unless given; a server that is adopted keeps its own. */
  port?: number;
  /** Server settings beyond the usual ones, `name → value`. */
  settings?: Settings;
  /** Gets a Chinese sentence about anything unusual. */
  log: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgresql://role:password@127.0.0.1:port/database`; stays the same as long as it is open. */
  readonly url: string;
  /** A server left running by a killed process was taken over. */
  readonly adopted: boolean;
  /** Is the server's main process there? Costs no connection. */
  isAlive(): boolean;
  /** Starts the server again on its port if it has died. Says whether it had. @throws StartRefused */
  revive(): Promise<boolean>;
  /** Stops the server cleanly and lets go of the data folder if the lock was taken here. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of our own on 127.0.0.1, from npm's platform packages, with its data in `dataFolder`.
 * @throws StartRefused one Chinese sentence for whatever stands in the way
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = prepareDataFolder(options.dataFolder);
  const lock = options.lock === undefined ? lockDataFolder(dataFolder) : null;
  try {
    const server = await prepare(dataFolder, options);
    const found = await findRunning(server);
    const running = found ?? (await startServer(server, options.port ?? null));
    const url = await ensureDatabase(urlOf(server, running), ROLE);
    return opened({ server, running, url, adopted: found !== null, release: () => lock?.release() });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function prepare(dataFolder: string, { log, settings }: EmbeddedPostgresOptions): Promise<Server> {
  const account = serverAccount();
  const binaries = await reachableBinaries(await findBinaries(), account, log);
  const home = placeCluster(dataFolder, account, log);
  const cluster = await openCluster(home, binaries, account);
  return { binaries, cluster, account, settings: settings ?? {} };
}

const urlOf = ({ cluster }: Server, { port }: Running): string =>
  `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${port}`;

interface Opened {
  server: Server;
  running: Running;
  url: string;
  adopted: boolean;
  release: () => void;
}

function opened({ server, running, url, adopted, release }: Opened): EmbeddedPostgres {
  let { pid } = running;
  return {
    url,
    adopted,
    isAlive: () => isLiveProgram(pid, 'postgres'),
    revive: async () => {
      if ((await findRunning(server)) !== null) return false;
      ({ pid } = await startServer(server, running.port));
      return true;
    },
    stop: async () => {
      await stopServer(server);
      release();
    },
  };
}
