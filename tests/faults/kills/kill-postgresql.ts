import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lockDataFolder } from '#platform/embedded-postgres';
import { readConfiguration } from '#platform/configuration';
import { createPostgresStore } from '#event-store';
import { openDatabase } from '../../../apps/cli/start/database.ts';
import type { Attack, Extent, Verdict } from '../verdict.ts';
import { balanceLine, isClean, Ledger } from './ledger.ts';
import { writeStubbornly } from './stubborn-writer.ts';

const WRITERS = 8;
const APPENDS_BETWEEN_KILLS = 200;

/** kill -9 of the server while writers append; what `mubiao start` watches it with is all that starts it again. */
export const killPostgresql: Attack = {
  name: 'kill-postgresql',
  run: async (extent) => {
    const folder = mkdtempSync(join(tmpdir(), 'mubiao-faults-'));
    chmodSync(folder, 0o711);
    try {
      return [await attack(folder, extent)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function attack(dataFolder: string, { isShort, say }: Extent): Promise<Verdict> {
  const kills = isShort ? 2 : 20;
  const read = readConfiguration({ MUBIAO_DATA: dataFolder });
  if (!read.ok) throw new Error(read.problems.join());
  const lock = lockDataFolder(dataFolder);
  const database = await openDatabase({ ...read.configuration, dataFolder }, lock);
  const store = await createPostgresStore(database.url, { pollMs: 1_000 });
  const ledger = new Ledger();
  const subscription = ledger.follow(store);
  const stopping = new AbortController();
  const writing = Promise.all(
    Array.from({ length: WRITERS }, (_, n) =>
      writeStubbornly(store, `written-${n}`, { tell: ledger.tell, signal: stopping.signal }),
    ),
  );
  for (let kill = 1; kill <= kills; kill += 1) {
    await Promise.race([ledger.more(APPENDS_BETWEEN_KILLS), writing]);
    process.kill(await serverProcess(database.url), 'SIGKILL');
    say(`PostgreSQL killed, ${kill} of ${kills}`);
  }
  await Promise.race([ledger.more(APPENDS_BETWEEN_KILLS), writing]);
  stopping.abort();
  await writing;
  const balance = await ledger.balance(store, subscription);
  await store.close();
  await database.stop();
  lock.release();
  return {
    attack: `PostgreSQL killed ${kills} times under load`,
    isAsPromised: isClean(balance),
    figures: balanceLine(balance),
  };
}

/** The first line of its own file says which process it is. */
async function serverProcess(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  await client.end();
  return Number(rows[0]?.pid);
}
