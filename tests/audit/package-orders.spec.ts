import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { INSTALLATION } from '#application';
import {
  lease,
  orderAtClose,
  PackageWorker,
  progressOf,
  recordPackageFact,
  verifyPackage,
  type PackageWorkerOptions,
} from '#audit';
import { request } from '../../libs/application/given.ts';
import { HERE } from '../http/county.ts';
import { RunningApi } from '../http/running-api.ts';
import { sampleForm } from '../http/sample-form.ts';
import { type Visitor } from '../http/visitor.ts';

describe('audit packages over HTTP', () => {
  let api: RunningApi;
  let auditor: Visitor;
  let options: PackageWorkerOptions;
  let target = '';
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-orders-'));
  const workers: PackageWorker[] = [];
  const said: string[] = [];

  const working = (): void => void workers.push(new PackageWorker(options));
  /** Asks until the package is over, one way or another. */
  const over = async (id: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const { body } = await auditor.get(`/api/audit-packages/${id}`);
      if (body['state'] !== 'waiting' && body['state'] !== 'running') return body;
    }
  };
  const asked = async (scope: object): Promise<string> => {
    const reply = await auditor.post('/api/audit-packages', scope);
    expect(reply.status).toBe(202);
    return reply.body.id!;
  };
  const taken = async (id: string): Promise<Buffer> => {
    const reply = await fetch(`${api.base}/api/audit-packages/${id}/file`, {
      headers: { cookie: auditor.cookie },
    });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/zip']);
    return Buffer.from(await reply.arrayBuffer());
  };

  beforeAll(async () => {
    api = await RunningApi.start();
    auditor = await api.as('auditor');
    options = {
      ...api.parts.audit,
      keyFile: join(folder, 'key'),
      log: (sentence) => void said.push(sentence),
    };
    const clerk = await api.as('clerk');
    const body = { campaignId: '2027', unitCode: HERE.unit, form: sampleForm() };
    target = (await clerk.post('/api/targets', body)).body.id!;
  });
  afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are made by the worker, and verify', async () => {
    working();
    const id = await asked({ department: HERE.department });
    const done = await over(id);
    expect(done).toMatchObject({ state: 'ready', done: 1, total: 1, by: '曹红梅' });
    const file = await taken(id);
    writeFileSync(join(folder, 'taken.zip'), file);
    expect(await verifyPackage(join(folder, 'taken.zip'))).toMatchObject({ intact: true });
    expect(Object.keys(unzipSync(new Uint8Array(file)))).toContain(`target-${target}/history.docx`);
  });

  it('leave on record who asked for them and who took them', async () => {
    working();
    const id = await asked({ target });
    await over(id);
    await taken(id);
    await taken(id);
    const events = await api.parts.store.readStream(`audit-package-${id}`);
    expect(events.map(({ type }) => type)).toEqual([
      'AuditPackageRequested',
      'AuditPackageTaken',
      'AuditPackageTaken',
    ]);
    expect(events.map(({ body }) => (JSON.parse(body) as { actor: { user: string } }).actor.user)).toEqual(
      Array(3).fill('auditor'),
    );
  });

  it('are asked for once under one key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [
      await auditor.post('/api/audit-packages', { target }, headers),
      await auditor.post('/api/audit-packages', { target }, headers),
    ];
    expect(second.body).toEqual(first.body);
    const other = await auditor.post('/api/audit-packages', { campaign: '2027' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'KeyReused']);
  });

  it('are made by another worker where the first one died in the middle', async () => {
    const id = await asked({ target });
    expect(await lease(options.pool)).not.toBeNull();
    await options.pool.query(
      `update audit.package set leased_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    await options.pool.query(`update audit.package set state = 'running', attempt = 1 where id = $1`, [id]);
    await options.pool.query(`insert into audit.package_chunk values ($1, 1, 0, 'half')`, [id]);
    working();
    expect(await over(id)).toMatchObject({ state: 'ready' });
    writeFileSync(join(folder, 'second.zip'), await taken(id));
    expect(await verifyPackage(join(folder, 'second.zip'))).toMatchObject({ intact: true });
  });

  it('are made though the database was away when they were asked for', async () => {
    working();
    await options.pool.query('alter table audit.follower rename to away');
    const id = randomUUID();
    const actor = { user: 'auditor', name: '曹红梅', post: '', organisation: '' };
    const fact = { type: 'AuditPackageRequested', scope: { target } } as const;
    // Asked for by an interface that died before it could say so.
    await recordPackageFact(options, id, { fact, actor });
    while (!said.includes('审计包任务跟不上事件，将重试')) await progressOf(options.pool, id);
    await options.pool.query('alter table audit.away rename to follower');
    while ((await progressOf(options.pool, id))?.state !== 'ready');
  });

  it('are made of a campaign that closes, once, however many workers see it', async () => {
    working();
    working();
    await api.parts.application.sendToCampaign(
      '2027',
      { type: 'CloseCampaign', reason: '年度结束' },
      request(INSTALLATION),
    );
    const closed = (await api.parts.store.readStream('campaign-2027')).at(-1)!;
    const id = await orderAtClose(options, closed);
    expect(await over(id)).toMatchObject({ state: 'ready', by: '批次关闭', scope: { campaign: '2027' } });
    const { events } = await api.parts.store.readAll({ filter: { types: ['AuditPackageRequested'] } });
    const ordered = events.filter(({ body }) => body.includes('批次关闭'));
    expect(ordered.map(({ stream }) => stream)).toEqual([`audit-package-${id}`]);
    writeFileSync(join(folder, 'closed.zip'), await taken(id));
    expect(await verifyPackage(join(folder, 'closed.zip'))).toMatchObject({ intact: true });
  });

  it('can be cancelled, and say why there is none', async () => {
    const id = await asked({ target });
    expect((await auditor.delete(`/api/audit-packages/${id}`)).status).toBe(200);
    working();
    expect(await over(id)).toMatchObject({ state: 'cancelled' });
    expect((await auditor.get(`/api/audit-packages/${id}/file`)).status).toBe(404);
    const none = await asked({ department: '302' });
    expect(await over(none)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('没有绩效目标') as string,
    });
    expect((await progressOf(options.pool, none))?.state).toBe('failed');
    const bad = await auditor.post('/api/audit-packages', { target, campaign: '2027' });
    expect(bad.status).toBe(422);
  });
});
