import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Visitor } from './visitor.ts';

describe('常用语', () => {
  let api: RunningApi;
  let section: Visitor;
  let performance: Visitor;

  beforeAll(async () => {
    api = await RunningApi.start();
    section = await api.as('section');
    performance = await api.as('performance');
  });
  afterAll(() => api.stop());

  const listed = async (who: Visitor): Promise<{ id: string; text: string; isOwn: boolean }[]> =>
    (await who.get('/api/phrases')).body['items'] as { id: string; text: string; isOwn: boolean }[];

  it('一开始就有全局的，各人可存自己的，别人看不到', async () => {
    expect((await listed(section)).every(({ isOwn }) => !isOwn)).toBe(true);
    const kept = await section.post('/api/phrases', { decision: 'return', text: '请补充合同' });
    expect(kept).toMatchObject({ status: 201, body: { text: '请补充合同', isOwn: true } });
    const again = await section.post('/api/phrases', { decision: 'return', text: '请补充合同' });
    expect(again.body.id).toBe(kept.body.id);
    expect((await listed(section)).filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect((await listed(performance)).map(({ text }) => text)).not.toContain('请补充合同');
    expect((await performance.send('DELETE', `/api/phrases/${kept.body.id!}`)).status).toBe(404);
    expect((await section.send('DELETE', `/api/phrases/${kept.body.id!}`)).status).toBe(204);
    expect((await listed(section)).filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  it('全局的由绩效股增删', async () => {
    const body = { decision: 'approve', text: '同意，请加强监控', office: true };
    expect((await section.post('/api/phrases', body)).status).toBe(403);
    const added = await performance.post('/api/phrases', body);
    expect((await listed(section)).map(({ text }) => text)).toContain('同意，请加强监控');
    expect((await section.send('DELETE', `/api/phrases/${added.body.id!}`)).status).toBe(403);
    expect((await performance.send('DELETE', `/api/phrases/${added.body.id!}`)).status).toBe(204);
  });

  it('每人最多五十条，多了说明白', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        section.post('/api/phrases', { decision: 'approve', text: `第${String(index)}条` }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    const one = await section.post('/api/phrases', { decision: 'approve', text: '又一条' });
    expect([one.status, JSON.stringify(one.body)]).toEqual([422, expect.stringContaining('50')]);
  });
});

describe('责任', () => {
  it('列出某人同意过的目标和后来的结果', async () => {
    const api = await RunningApi.start();
    try {
      const clerk = await api.as('clerk');
      const form = sampleForm({ name: '保洁' });
      const drafted = await clerk.post('/api/targets', { campaignId: '2027', unitCode: '301001', form });
      const id = drafted.body.id!;
      let revision = 0;
      let position = '';
      const steps = [
        ['clerk', 'presentation', {}],
        ['head', 'submission', {}],
        ['department', 'opinions', { decision: 'approve', comment: '同意' }],
        ['section', 'opinions', { decision: 'return', comment: '请细化' }],
      ] as const;
      for (const [user, what, body] of steps) {
        const { body: reply } = await (await api.as(user)).command(id, revision, what, body);
        revision = reply.revision!;
        position = String(reply['position']);
      }
      const auditor = await api.as('auditor');
      const of = async (user: string) =>
        (await auditor.get(`/api/people/${user}/responsibility?after=${position}`)).body;
      expect(await of('department')).toMatchObject({
        person: { user: 'department' },
        total: 1,
        items: [{ label: '同意', comment: '同意', target: { id, name: '保洁', state: 'returned' } }],
      });
      expect(await of('section')).toMatchObject({ total: 0, items: [] });
      expect((await auditor.get('/api/people/nobody/responsibility')).status).toBe(404);
    } finally {
      await api.stop();
    }
  });
});
