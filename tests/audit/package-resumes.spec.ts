import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  chunksOf,
  enqueue,
  lastRoot,
  PackageWorker,
  progressOf,
  recordPackageFact,
  rotateSigningKey,
  verifyPackage,
  type PackageScope,
} from '#audit';
import { type PackageProgress } from '#contracts';
import { StoreUnavailable } from '#event-store';
import { unzipSync } from 'fflate';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

const ROOT = join(import.meta.dirname, '../..');
const FROM_SOURCE = ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
const TARGETS = 5;
const ACTOR = { user: 'auditor', name: '曹红梅', post: '', organisation: '' };

describe('a package whose worker is killed in the middle', () => {
  let county: AuditedCounty;
  let id: string;

  const ordered = async (): Promise<string> => {
    const order = randomUUID();
    const fact = { type: 'AuditPackageRequested', scope: { campaign: 'c' } } as const;
    await recordPackageFact(county.options, order, { fact, actor: ACTOR });
    await enqueue(county.pool, order);
    return order;
  };
  /** A worker of its own process, up to its n-th target and no further; its lease is over at once. */
  const killedAt = async (n: number): Promise<PackageProgress | null> => {
    const args = [county.url, county.options.keyFile, String(n)];
    const program = join(import.meta.dirname, 'doomed-worker.ts');
    const child = spawn(process.execPath, [...FROM_SOURCE, program, ...args], { stdio: 'inherit' });
    const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    expect(signal).toBe('SIGKILL');
    await county.pool.query(`update audit.package set leased_until = now() - interval '1 second'`);
    return progressOf(county.pool, id);
  };
  const firstChunk = async (): Promise<unknown> => {
    const { rows } = await county.pool.query<{ md5: string }>(
      'select md5(bytes) from audit.package_chunk where package = $1 and n = 0',
      [id],
    );
    return rows[0]?.md5;
  };
  /** A worker that lives; answers how many targets it had to make, and every progress that was told meanwhile. */
  const finished = async (): Promise<{ made: number; told: number[] }> => {
    let made = 0;
    const told: number[] = [];
    const reminders = async (scope: PackageScope): Promise<[]> => {
      if (!('target' in scope)) return [];
      made += 1;
      told.push((await progressOf(county.pool, id))?.done ?? 0);
      return [];
    };
    const worker = new PackageWorker({ ...county.options, reminders });
    // What it has begun it ends.
    while ((await progressOf(county.pool, id))?.state !== 'ready');
    await worker.stop();
    return { made, told };
  };
  const file = async (): Promise<string> => {
    const path = join(county.folder, `${id}.zip`);
    writeFileSync(path, await buffer(chunksOf(county.pool, id)));
    return path;
  };

  beforeEach(async () => {
    county = await auditedCounty();
    for (let count = 0; count < TARGETS; count += 1) await county.target(`项目${String(count)}`);
    id = await ordered();
  });
  afterEach(() => county.close());

  it('is gone on with where it was, against the root it was begun against', async () => {
    const first = await killedAt(2);
    expect(first).toMatchObject({ state: 'running', total: TARGETS });
    expect(first?.done).toBeGreaterThanOrEqual(1);
    const [begun, root] = [await firstChunk(), await lastRoot(county.store)];
    await county.target('后来的');
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
    const second = await killedAt(2);
    expect(second?.done).toBeGreaterThan(first?.done ?? TARGETS);
    const { made, told } = await finished();
    expect(made).toBeLessThanOrEqual(TARGETS - (second?.done ?? 0));
    expect(Math.min(...told)).toBe(second?.done);
    expect(await firstChunk()).toBe(begun);
    const path = await file();
    const verdict = await verifyPackage(path, county.options.outsideFile);
    expect(verdict).toMatchObject({ intact: true, outside: 'agrees', root: { root: root?.root } });
    const bytes = readFileSync(path);
    expect(await progressOf(county.pool, id)).toMatchObject({
      done: TARGETS,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const entries = Object.keys(unzipSync(new Uint8Array(bytes)));
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.filter((name) => name.endsWith('history.docx'))).toHaveLength(TARGETS);
  });

  it('is closed with the key that signed its root, though that was replaced meanwhile', async () => {
    await killedAt(2);
    rotateSigningKey(county.options.keyFile);
    await finished();
    expect(await verifyPackage(await file())).toMatchObject({ intact: true });
  });

  it('may be killed as often as it likes, as long as it gets further', async () => {
    for (let death = 1; death < TARGETS; death += 1) expect((await killedAt(2))?.done).toBe(death);
    const { made } = await finished();
    expect(made).toBe(1);
    expect(await verifyPackage(await file())).toMatchObject({ intact: true });
  });

  it('is left alone once it has killed three workers without getting any further', async () => {
    await killedAt(2);
    for (let death = 0; death < 3; death += 1) expect((await killedAt(1))?.done).toBe(1);
    const worker = new PackageWorker(county.options);
    let state = await progressOf(county.pool, id);
    while (state?.state === 'running') state = await progressOf(county.pool, id);
    await worker.stop();
    expect(state).toMatchObject({ state: 'failed', failure: '生成过程多次意外中断，请联系管理员' });
    const { rows } = await county.pool.query('select from audit.package_chunk');
    expect(rows).toEqual([]);
  });

  it('is gone on with where its worker was stopped, which counts against nobody', async () => {
    let reached = 0;
    const stopped: Promise<void>[] = [];
    const reminders = (scope: PackageScope): Promise<[]> => {
      if ('target' in scope) reached += 1;
      if (reached === 3) stopped.push(worker.stop());
      return Promise.resolve([]);
    };
    const worker = new PackageWorker({ ...county.options, reminders });
    while (reached < 3) await progressOf(county.pool, id);
    await Promise.all(stopped);
    const { rows } = await county.pool.query('select state, attempt, tries, errors from audit.package');
    // It did not take it again for a look that waited behind the job.
    expect(rows).toEqual([{ state: 'waiting', attempt: 1, tries: 0, errors: 0 }]);
    const done = (await progressOf(county.pool, id))?.done ?? 0;
    expect(done).toBeGreaterThanOrEqual(1);
    const { made } = await finished();
    expect(made).toBe(TARGETS - done);
    expect(await verifyPackage(await file())).toMatchObject({ intact: true });
  });

  it('is begun anew twice after an error, and then said to have failed', async () => {
    let reached = 0;
    const reminders = (scope: PackageScope): Promise<[]> => {
      if ('target' in scope) reached += 1;
      const fails = 'target' in scope && reached % 3 === 0;
      return fails ? Promise.reject(new Error('坏了')) : Promise.resolve([]);
    };
    const worker = new PackageWorker({ ...county.options, reminders });
    while ((await progressOf(county.pool, id))?.state !== 'failed');
    await worker.stop();
    expect(reached).toBe(9);
    expect((await progressOf(county.pool, id))?.failure).toContain('生成审计包时出错');
    const { rows } = await county.pool.query('select from audit.package_chunk');
    expect(rows).toEqual([]);
  });

  it('waits while the store of events is away, and is gone on with', async () => {
    let reached = 0;
    const reminders = (scope: PackageScope): Promise<[]> => {
      if ('target' in scope) reached += 1;
      return reached < 3 ? Promise.resolve([]) : Promise.reject(new StoreUnavailable('unknown', 'away'));
    };
    const worker = new PackageWorker({ ...county.options, reminders });
    while (!county.said.some((sentence) => sentence.includes('暂时中断'))) await progressOf(county.pool, id);
    await worker.stop();
    const { rows } = await county.pool.query('select state, tries, errors from audit.package');
    expect(rows).toEqual([{ state: 'waiting', tries: 0, errors: 0 }]);
    const done = (await progressOf(county.pool, id))?.done ?? 0;
    expect(done).toBeGreaterThanOrEqual(1);
    expect(await finished()).toMatchObject({ made: TARGETS - done });
  });

  it('is cancelled, not failed, where only the record says so yet', async () => {
    const fact = { type: 'AuditPackageCancelled' } as const;
    await recordPackageFact(county.options, id, { fact, actor: ACTOR });
    const orders = `insert into audit.follower (name, position) values ('package orders', $1)`;
    await county.pool.query(orders, [await county.store.head()]);
    const worker = new PackageWorker(county.options);
    let state = await progressOf(county.pool, id);
    while (state?.state === 'waiting' || state?.state === 'running')
      state = await progressOf(county.pool, id);
    await worker.stop();
    expect(state).toMatchObject({ state: 'cancelled', failure: null });
  });

  it('stays with its worker as long as that lives, however long one step takes', async () => {
    const leasedUntil = async (): Promise<number> => {
      const { rows } = await county.pool.query<{ at: Date }>(
        'select leased_until as at from audit.package where id = $1',
        [id],
      );
      return rows[0]?.at.getTime() ?? 0;
    };
    let renewed = false;
    const reminders = async (): Promise<[]> => {
      const before = await leasedUntil();
      while (!renewed) renewed = (await leasedUntil()) > before;
      return [];
    };
    const worker = new PackageWorker({ ...county.options, reminders });
    while ((await progressOf(county.pool, id))?.state !== 'ready');
    await worker.stop();
    expect(renewed).toBe(true);
  });

  it('is begun anew where what was written cannot be read', async () => {
    await killedAt(2);
    await county.pool.query(`update audit.package_chunk set bytes = 'half' where package = $1`, [id]);
    const { made } = await finished();
    expect(made).toBe(TARGETS);
    expect(await verifyPackage(await file())).toMatchObject({ intact: true });
  });
});
