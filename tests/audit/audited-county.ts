import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateAudit, RootKeeper, type KeeperOptions } from '#audit';
import { createPostgresStore } from '#event-store';
import { givenCounty, request, type County } from '../../libs/application/given.ts';
import { formNamed } from '../projections/county.ts';
import { freshDatabase } from '../support/database.ts';
import { FollowedLog } from './followed-log.ts';

export interface AuditedCounty extends County {
  url: string;
  pool: pg.Pool;
  /** Of its own, removed in the end. */
  folder: string;
  options: KeeperOptions;
  keeper: RootKeeper;
  /** What was complained of. */
  said: string[];
  log: FollowedLog;
  /** A target that was drafted and revised so often. */
  target(name: string, revisions?: number): Promise<string>;
  close(): Promise<void>;
}

/** The county of the application's specs, its feed followed into a log of a database of its own. */
export async function auditedCounty(): Promise<AuditedCounty> {
  const { url, drop } = await freshDatabase();
  const store = await createPostgresStore(url);
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  pool.on('error', () => undefined);
  await migrateAudit(pool);
  const county = await givenCounty({ store });
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-audit-'));
  const said: string[] = [];
  const options: KeeperOptions = {
    pool,
    store,
    clock: { now: () => Date.now() },
    jurisdiction: '430699',
    timeOffset: '+08:00',
    keyFile: join(folder, 'keys/seal-signing.key'),
    outsideFile: join(folder, 'roots.jsonl'),
    log: (sentence, error) =>
      void said.push(error instanceof Error ? `${sentence}：${error.message}` : sentence),
  };
  const log = new FollowedLog({ pool, store }, options.log);
  const target = async (name: string, revisions = 2): Promise<string> => {
    const drafted = await county.application.draft(
      { campaignId: 'c', unitCode: '101002', form: formNamed(name) },
      request('clerk'),
    );
    for (let count = 0; count < revisions; count += 1) {
      const form = formNamed(name, `指标${count}`);
      await county.application.send(drafted.id, { type: 'ReviseForm', form }, request('clerk'));
    }
    return drafted.id;
  };
  return {
    ...county,
    url,
    pool,
    folder,
    options,
    keeper: new RootKeeper(options),
    said,
    log,
    target,
    close: async () => {
      await log.stop();
      await county.application.close();
      await store.close();
      await pool.end();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
