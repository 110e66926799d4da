import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

describe('lists', () => {
  let api: RunningApi;
  let clerk: Visitor;
  let head: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    [clerk, head] = [await api.as('clerk'), await api.as('head')];
  });
  afterAll(() => api.stop());

  const draft = (name: string): Promise<Reply> =>
    clerk.post('/api/targets', { campaignId: '2027', unitCode: '301001', form: sampleForm({ name }) });
  const items = ({ body }: Reply): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

  it('show my own write at once with after=, and say how new they are', async () => {
    for (let time = 0; time < 10; time += 1) {
      const { body } = await draft(`项目${time}`);
      const position = String(body['position']);
      const list = await clerk.get(`/api/targets?limit=1&after=${position}`);
      expect(items(list)[0]).toMatchObject({ id: body.id, name: `项目${time}` });
      expect(list.headers.get('x-stale')).toBeNull();
      const reached = list.headers.get('x-position')!;
      expect(api.parts.store.compare(reached, position)).toBeGreaterThanOrEqual(0);
    }
  });

  it('answer after two seconds anyway, saying that they are stale', async () => {
    const { body } = await draft('未来');
    const beyond = String(Number(body['position']) + 1_000_000);
    const list = await clerk.get(`/api/targets?after=${beyond}`);
    expect([list.status, list.headers.get('x-stale')]).toEqual([200, 'true']);
  });

  it('come in pages that together are the whole', async () => {
    const all = await clerk.get('/api/targets?limit=200');
    const seen: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: Reply = await clerk.get(`/api/targets?limit=4${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
      next = body['next'] as string | null;
    }
    expect(seen).toEqual(items(all).map(({ id }) => id));
    expect(all.body['total']).toBe(seen.length);
  });

  it('end at what a person may see', async () => {
    const there = await api.as('clerk-there');
    expect((await there.get('/api/targets')).body).toMatchObject({ items: [], total: 0 });
    const auditor = await api.as('auditor');
    expect((await auditor.get('/api/targets')).body['total']).toBeGreaterThan(10);
  });

  it('put a task before whoever has to act, and take it away when it is done', async () => {
    const { body } = await draft('待审');
    const presented = await clerk.command(body.id!, 0, 'presentation', {});
    const tasks = await head.get(`/api/tasks?box=todo&limit=200&after=${String(presented.body['position'])}`);
    const mine = (reply: Reply): boolean =>
      items(reply).some(({ target }) => (target as { id: string }).id === body.id);
    expect(mine(tasks)).toBe(true);
    const submitted = await head.command(body.id!, 1, 'submission', {});
    expect(mine(await head.get(`/api/tasks?limit=200&after=${String(submitted.body['position'])}`))).toBe(
      false,
    );
    const reviewer = await api.as('department');
    expect(mine(await reviewer.get('/api/tasks?limit=200'))).toBe(true);
  });

  it('sum up what a person sees: department, campaign, what stops the budget', async () => {
    const { body } = await draft('概况');
    const after = `after=${String(body['position'])}`;
    const total = (await clerk.get(`/api/targets?${after}`)).body['total'];
    const overview = await clerk.get(`/api/departments/301/overview?${after}`);
    expect(overview.body).toMatchObject({ department: { code: '301' }, targets: total });
    const progress = await clerk.get(`/api/campaigns/2027/progress?${after}`);
    expect(progress.body).toMatchObject({ campaign: { id: '2027', fiscalYear: 2027 } });
    expect((await clerk.get('/api/campaigns/none/progress')).status).toBe(404);
    const gate = await clerk.get(`/api/budget-gate?campaign=2027&limit=1&${after}`);
    expect(gate.body).toMatchObject({ total, passed: { count: 0 }, blocked: { count: total } });
    expect(items(gate)[0]?.['reason']).toMatch(/。$/);
  });

  it('say who did what in a timeline', async () => {
    const { body } = await draft('时间线');
    const timeline = await clerk.get(`/api/targets/${body.id!}/timeline?after=${String(body['position'])}`);
    expect(items(timeline)).toMatchObject([{ revision: 0, label: '建立草稿', actor: { name: '沈文静' } }]);
  });

  it('let a figure be tried against a rule, and a form be screened, without keeping either', async () => {
    const row = {
      name: '会议',
      type: '≥',
      value: '24',
      unit: '次',
      rule: '少1次扣1分，扣完即止。',
      weight: 4,
    };
    const scored = await clerk.post('/api/scorings', { row, actual: '22次' });
    expect(scored.body).toMatchObject({ kind: 'score', score: '2.00' });
    const wrong = sampleForm({ funding: { thisYear: { total: '50', county: '40' } } });
    const screened = await clerk.post('/api/screenings', { form: wrong });
    expect(screened.body['findings']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'error', path: expect.any(String) as string }),
      ]),
    );
    expect((await clerk.post('/api/screenings', { form: wrong })).body).toEqual(screened.body);
  });
});
