import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  holds,
  provesConsistency,
  RootKeeper,
  type ConsistencyProof,
  type InclusionProof,
  type SignedRoot,
} from '#audit';
import { HERE } from '../http/county.ts';
import { RunningApi } from '../http/running-api.ts';
import { sampleForm } from '../http/sample-form.ts';
import { type Visitor } from '../http/visitor.ts';
import { FollowedLog } from './followed-log.ts';

describe('signed roots over HTTP', () => {
  let api: RunningApi;
  let keeper: RootKeeper;
  let log: FollowedLog;
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-seals-'));
  let clerk: Visitor;
  let id = '';

  const signed = async (): Promise<SignedRoot> => {
    await log.caughtUp();
    return (await keeper.signAndDeliver())!;
  };

  beforeAll(async () => {
    api = await RunningApi.start();
    const options = { ...api.parts.audit, log: () => undefined };
    keeper = new RootKeeper({
      ...options,
      keyFile: join(folder, 'key'),
      outsideFile: join(folder, 'roots.jsonl'),
    });
    log = new FollowedLog(options);
    clerk = await api.as('clerk');
    const body = { campaignId: '2027', unitCode: HERE.unit, form: sampleForm() };
    ({ id = '' } = (await clerk.post('/api/targets', body)).body);
  });
  afterAll(async () => {
    await log.stop();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('anchors a target to the last root that covers its last event, and not beyond', async () => {
    expect((await clerk.get(`/api/targets/${id}/seal`)).body).toMatchObject({ intact: true, anchored: null });
    const { size, root, time } = await signed();
    expect((await clerk.get(`/api/targets/${id}/seal`)).body).toMatchObject({
      anchored: { size, root, time },
    });
    const form = sampleForm({ summary: '改动后的概况：增加两处断面的日常保洁。' });
    await clerk.put(`/api/targets/${id}/form`, { form }, { 'if-match': '"0"' });
    const later = (await clerk.get(`/api/targets/${id}/seal`)).body;
    expect(later).toMatchObject({ intact: true, events: 2, anchored: null });
  });

  it('lists roots and keys, page by page', async () => {
    await clerk.post('/api/targets', { campaignId: '2027', unitCode: HERE.unit, form: sampleForm() });
    await signed();
    const first = (await clerk.get('/api/seals?limit=1')).body as unknown as Listed;
    const second = (await clerk.get(`/api/seals?limit=1&cursor=${first.next!}`)).body as unknown as Listed;
    expect([first.items.length, second.items.length]).toEqual([1, 1]);
    expect(first.items[0]!.size).toBeGreaterThan(second.items[0]!.size);
    expect(first.total).toBe(2);
    expect(first.keys).toEqual([expect.objectContaining({ keyId: first.items[0]!.keyId, previous: null })]);
    const { body } = await clerk.get(`/api/seals/${second.items[0]!.size}`);
    expect(body).toEqual(second.items[0]);
  });

  it('proves that an event is covered, to those who see its target', async () => {
    const { size } = await signed();
    const path = `/api/seals/${size}/proof?target=${id}&revision=0`;
    const proof = (await clerk.get(path)).body as unknown as InclusionProof;
    expect(proof).toMatchObject({ stream: `target-${id}`, revision: 0, size });
    expect(holds(proof)).toBe(true);
    expect(holds({ ...proof, seal: proof.seal.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')) })).toBe(
      false,
    );
    const stranger = await api.as('clerk-there');
    expect((await stranger.get(path)).status).toBe(404);
    expect((await clerk.get(`/api/seals/${size}/proof?target=${id}&revision=99`)).status).toBe(404);
    expect((await clerk.get(`/api/seals/${size}/proof?target=${id}`)).status).toBe(422);
  });

  it('proves that the earlier log is the beginning of the later one', async () => {
    const { items } = (await clerk.get('/api/seals')).body as unknown as Listed;
    const [last, before] = items;
    const reply = await clerk.get(`/api/seals/${last!.size}/consistency?from=${before!.size}`);
    const { path } = reply.body as unknown as ConsistencyProof;
    const [old, now] = [before!, last!].map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
    const proof = path.map((hash) => Buffer.from(hash, 'base64'));
    expect(provesConsistency(old!, now!, proof)).toBe(true);
    expect((await clerk.get(`/api/seals/${before!.size}/consistency?from=${last!.size}`)).status).toBe(404);
    expect((await clerk.get('/api/seals/7777777')).status).toBe(404);
    expect((await clerk.get('/api/seals/x')).status).toBe(404);
  });
});

interface Listed {
  items: SignedRoot[];
  total: number;
  next: string | null;
  keys: object[];
}
