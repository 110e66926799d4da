import pg from 'pg';
import { canonicalText, sealOf } from '#event-store';
import { RunningApi } from '../http/running-api.ts';
import { HERE } from '../http/county.ts';
import { sampleForm } from '../http/sample-form.ts';
import { type Visitor } from '../http/visitor.ts';

/** What somebody with the database's own password might do to one target's history of four events. */
describe('审计回放发现改动', () => {
  let api: RunningApi;
  let database: pg.Client;
  let clerk: Visitor;
  let head: Visitor;
  let auditor: Visitor;

  beforeAll(async () => {
    api = await RunningApi.start();
    database = new pg.Client({ connectionString: api.parts.databaseUrl });
    await database.connect();
    [clerk, head, auditor] = (await Promise.all(['clerk', 'head', 'auditor'].map((who) => api.as(who)))) as [
      Visitor,
      Visitor,
      Visitor,
    ];
  });
  afterAll(async () => {
    await database.end();
    await api.stop();
  });

  async function history(): Promise<string> {
    const drafted = await clerk.post('/api/targets', {
      campaignId: '2027',
      unitCode: HERE.unit,
      form: sampleForm(),
    });
    const id = String(drafted.body.id);
    await clerk.put(
      `/api/targets/${id}/form`,
      { form: sampleForm({ name: '河道日常保洁二期' }) },
      { 'if-match': '"0"' },
    );
    await clerk.command(id, 1, 'presentation', {});
    await head.command(id, 2, 'hand-back', { comment: '请补充依据' });
    const seal = await auditor.get(`/api/targets/${id}/seal`);
    expect(seal.body).toMatchObject({ intact: true, events: 4 });
    return id;
  }
  const row = async (id: string, revision: number) =>
    (
      await database.query<{ id: string; body: string; seal: string }>(
        'SELECT id, body, seal FROM store.events WHERE stream = $1 AND revision = $2',
        [`target-${id}`, revision],
      )
    ).rows[0]!;
  const firstBad = async (id: string) => {
    const { status, body } = await auditor.get(`/api/targets/${id}/seal`);
    expect([status, body['intact']]).toEqual([200, false]);
    return body['firstBad'] as { revision: number; id: string; why: string };
  };

  it('改了一个字', async () => {
    const id = await history();
    await database.query(
      "UPDATE store.events SET body = replace(body, '二期', '三期') WHERE stream = $1 AND revision = 1",
      [`target-${id}`],
    );
    expect(await firstBad(id)).toMatchObject({ revision: 1, why: 'seal' });
  });

  it('改了内容又重算了这一条的封存值：下一条不再接得上', async () => {
    const id = await history();
    const { body, seal } = await row(id, 1);
    const forged = canonicalText({ ...(JSON.parse(body) as object), time: '2020-01-01T00:00:00.000+08:00' });
    expect(typeof seal).toBe('string');
    await database.query('UPDATE store.events SET body = $3, seal = $4 WHERE stream = $1 AND revision = $2', [
      `target-${id}`,
      1,
      forged,
      sealOf(forged),
    ]);
    expect(await firstBad(id)).toMatchObject({ revision: 2, why: 'chain' });
  });

  it('抽走中间一条', async () => {
    const id = await history();
    await database.query('DELETE FROM store.events WHERE stream = $1 AND revision = 1', [`target-${id}`]);
    expect(await firstBad(id)).toMatchObject({ revision: 2, why: 'gap' });
  });

  it('调换两条的次序', async () => {
    const id = await history();
    const swap = 'UPDATE store.events SET revision = $3 WHERE stream = $1 AND revision = $2';
    for (const [from, to] of [
      [1, 91],
      [2, 1],
      [91, 2],
    ])
      await database.query(swap, [`target-${id}`, from, to]);
    expect(await firstBad(id)).toMatchObject({ revision: 1 });
  });

  it('插进一条', async () => {
    const id = await history();
    const last = await row(id, 3);
    const inserted = canonicalText({ ...(JSON.parse(last.body) as object), revision: 4, previous: null });
    await database.query(
      `INSERT INTO store.events SELECT (jsonb_populate_record(e, jsonb_build_object('position', e.position + 1000000, 'revision', 4, 'body', $2::text, 'seal', $3::text, 'id', gen_random_uuid()))).* FROM store.events e WHERE stream = $1 AND revision = 3`,
      [`target-${id}`, inserted, sealOf(inserted)],
    );
    expect(await firstBad(id)).toMatchObject({ revision: 4 });
  });

  it('两条对调的不止是位置：整条内容互换也会被指出', async () => {
    const [one, other] = [await history(), await history()];
    const { body, seal } = await row(other, 1);
    await database.query('UPDATE store.events SET body = $2, seal = $3 WHERE stream = $1 AND revision = 1', [
      `target-${one}`,
      body,
      seal,
    ]);
    expect(await firstBad(one)).toMatchObject({ revision: 1, why: 'place' });
    expect((await auditor.get(`/api/targets/${other}/seal`)).body).toMatchObject({ intact: true });
  });
});
