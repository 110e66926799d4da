import { RunningApi } from './running-api.ts';
import { type Reply, type Visitor } from './visitor.ts';
import { sampleForm } from './sample-form.ts';

describe('一个目标从草稿到评价完成', () => {
  let api: RunningApi;
  const people: Record<string, Visitor> = {};
  let id = '';
  let revision = 0;

  beforeAll(async () => {
    api = await RunningApi.start();
    for (const user of ['clerk', 'head', 'department', 'section', 'performance', 'leader', 'auditor'])
      people[user] = await api.as(user);
  });
  afterAll(() => api.stop());

  const by = (user: string): Visitor => people[user]!;
  const did = (reply: Reply): Reply => {
    if (reply.body.revision === undefined || reply.status >= 300)
      throw new Error(`${String(reply.status)} ${JSON.stringify(reply.body)}`);
    revision = reply.body.revision;
    expect(reply.headers.get('etag')).toBe(`"${String(revision)}"`);
    expect(reply.headers.get('x-position')).toBe(reply.body['position']);
    return reply;
  };
  const does = async (user: string, what: string, body: unknown): Promise<void> => {
    did(await by(user).command(id, revision, what, body));
  };
  const state = async (): Promise<unknown> => (await by('auditor').get(`/api/targets/${id}`)).body['state'];

  it('经办起草，负责人送审', async () => {
    const drafted = await by('clerk').post('/api/targets', {
      campaignId: '2027',
      unitCode: '301001',
      form: sampleForm(),
    });
    expect(drafted.status).toBe(201);
    id = did(drafted).body.id ?? '';
    const form = sampleForm({ purpose: '保洁人员劳务和工具维护' });
    const kept = (await by('clerk').get(`/api/targets/${id}`)).body['form'] as ReturnType<typeof sampleForm>;
    did(
      await by('clerk').put(
        `/api/targets/${id}/form`,
        { form: { ...form, indicators: kept.indicators, goals: kept.goals } },
        { 'if-match': `"${String(revision)}"` },
      ),
    );
    await does('clerk', 'presentation', {});
    await does('head', 'hand-back', { comment: '请再核对里程' });
    await does('clerk', 'presentation', {});
    await does('head', 'submission', { answers: [] });
    expect(await state()).toBe('in-review');
  });

  it('业务股室退回，修改后逐级同意', async () => {
    await does('department', 'opinions', { decision: 'approve', comment: '同意' });
    const annotations = [
      { path: '/summary', comment: '请写明支流名称' },
      { path: '/funding/thisYear/county', comment: '请附测算' },
    ];
    await does('section', 'opinions', { decision: 'return', comment: '请修改', annotations });
    expect(await state()).toBe('returned');
    const { form } = (await by('clerk').get(`/api/targets/${id}`)).body as { form: object };
    did(
      await by('clerk').put(
        `/api/targets/${id}/form`,
        { form: { ...form, summary: '对望川河及六条支流开展日常保洁。' } },
        { 'if-match': `"${String(revision)}"` },
      ),
    );
    await does('head', 'submission', {});
    await does('department', 'opinions', { decision: 'approve', comment: '同意' });
    const view = (await by('section').get(`/api/targets/${id}`)).body;
    expect(view['stage']).toEqual({ id: 'section', name: '业务股室', index: 2, of: 3 });
    await does('section', 'opinions', { decision: 'approve', comment: '已按意见修改' });
    await does('performance', 'opinions', {
      decision: 'approve',
      comment: '同意申报，请严格按照绩效目标组织实施',
    });
    expect(await state()).toBe('approved');
  });

  it('批复、公开、自评、复核，得出等级', async () => {
    await does('leader', 'grant', {
      documentNumber: '望财预〔2027〕3号',
      date: '2027-02-01',
      amount: '86.4',
    });
    await does('head', 'disclosure', { date: '2027-02-10', url: 'https://wangchuan.example/2027' });
    const { form } = (await by('clerk').get(`/api/targets/${id}`)).body as {
      form: { indicators: { id: string }[] };
    };
    const actuals = form.indicators.map((row) => ({ indicatorId: row.id, actual: '130' }));
    await does('clerk', 'self-evaluation', { paid: '86.4', budget: '86.4', actuals });
    await does('section', 'evaluation', { decision: 'confirm', comment: '属实' });
    const { state: now, evaluation } = (await by('auditor').get(`/api/targets/${id}`)).body;
    expect(now).toBe('evaluated');
    expect(evaluation).toMatchObject({ total: '100.00', grade: '优' });
  });

  it('审计看得到每一步和当时的表', async () => {
    const auditor = by('auditor');
    const history = (await auditor.get(`/api/targets/${id}/history`)).body['items'] as { label: string }[];
    expect(history).toHaveLength(revision + 1);
    expect(history[0]?.label).toBe('建立草稿');
    const first = await auditor.get(`/api/targets/${id}/at?revision=0`);
    expect(first.body).toMatchObject({ state: 'draft', revision: 0 });
    const { changes } = (await auditor.get(`/api/targets/${id}/diff?from=0&to=1`)).body;
    expect(changes).toEqual([{ path: '/purpose', kind: 'added', to: '保洁人员劳务和工具维护' }]);
    const seal = (await auditor.get(`/api/targets/${id}/seal`)).body;
    expect(seal).toMatchObject({ intact: true, events: revision + 1, anchored: null });
  });
});
