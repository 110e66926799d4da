import { RunningApi } from './running-api.ts';
import { HERE, THERE } from './county.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

interface Found {
  code: string;
  severity: string;
  path: string;
  message: string;
}

describe('forms beside others', () => {
  let api: RunningApi;
  let clerk: Visitor;
  let head: Visitor;
  let performance: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    [clerk, head, performance] = [await api.as('clerk'), await api.as('head'), await api.as('performance')];
    await openCampaign('2026', 2026);
  });
  afterAll(() => api.stop());

  async function openCampaign(id: string, fiscalYear: number): Promise<void> {
    const { body } = await performance.get('/api/campaigns');
    const [known] = body['items'] as { chains: object; windows: object }[];
    const { chains, windows } = known!;
    const reply = await performance.post('/api/campaigns', { id, name: id, fiscalYear, chains, windows });
    expect(reply.status).toBe(201);
  }
  const caught = async (reply: Reply): Promise<string> => {
    expect([200, 201]).toContain(reply.status);
    await api.parts.readModels.waitFor('comparison', String(reply.body['position']));
    return reply.body.id!;
  };
  const draft = async (
    form: object,
    campaignId = '2027',
    by = clerk,
    unitCode = HERE.unit,
  ): Promise<string> => caught(await by.post('/api/targets', { campaignId, unitCode, form }));
  const found = ({ body }: Reply): string[] => (body['findings'] as Found[]).map(({ code }) => code);
  const findingsOf = async (id: string): Promise<Found[]> =>
    (await clerk.get(`/api/targets/${id}`)).body['findings'] as Found[];
  const between = (findings: readonly { code: string }[]): string[] =>
    findings
      .map(({ code }) => code)
      .filter((code) => /elsewhere|only-years|fund-total/.test(code))
      .sort();

  it('warn the later one of a copy, and name the earlier', async () => {
    const first = await draft(sampleForm({ name: '甲河保洁' }));
    const second = await draft(sampleForm({ name: '乙河保洁' }));
    expect(between(await findingsOf(first))).toEqual([]);
    expect(await findingsOf(second)).toContainEqual(
      expect.objectContaining({
        code: 'same-indicators-elsewhere',
        severity: 'warning',
        path: '/',
        message: expect.stringContaining('望川县河道管理站“甲河保洁”') as string,
      }),
    );
    await caught(await clerk.command(first, 0, 'abandonment', { reason: '重复' }));
    expect(between(await findingsOf(second))).toEqual([]);
  });

  it('are not compared across departments', async () => {
    const there = await api.as('clerk-there');
    const id = await draft(sampleForm({ name: '丙河保洁' }), '2027', there, THERE.unit);
    const { body } = await there.get(`/api/targets/${id}`);
    expect(between(body['findings'] as Found[])).toEqual([]);
  });

  it('find the form of the year before, of the same unit and name', async () => {
    const form = sampleForm({ name: '2026年堤防维护', basis: '2026年工作要点' });
    await draft(form, '2026');
    const again = sampleForm({ name: '2027年堤防维护', basis: '2027年工作要点' });
    expect(between(await findingsOf(await draft(again)))).toContain('only-years-changed');
    const fresh = sampleForm({ name: '2027年堤防维护', summary: '新的做法' });
    expect(between(await findingsOf(await draft(fresh)))).not.toContain('only-years-changed');
  });

  it('give last year beside a target: by its code, else by its name', async () => {
    const lastYear = async (id: string): Promise<unknown> =>
      (await clerk.get(`/api/targets/${id}/last-year`)).body['item'];
    const before = await draft(sampleForm({ name: '2026年护岸', code: 'HA-01' }), '2026');
    await draft(sampleForm({ name: '护岸加固' }), '2026');
    const byName = await draft(sampleForm({ name: '2027年护岸' }));
    const byCode = await draft(sampleForm({ name: '护岸加固', code: 'HA-01' }));
    const expected = {
      id: before,
      fiscalYear: 2026,
      state: 'draft',
      form: { code: 'HA-01', contact: { name: '沈文静', phone: '13900000001' } },
    };
    expect(await lastYear(byName)).toMatchObject(expected);
    expect(await lastYear(byCode)).toMatchObject(expected);
    expect(await lastYear(before)).toBeNull();
  });

  it('can be tried out in their place before they are filed', async () => {
    const form = sampleForm({ name: '丁河保洁' });
    const here = { campaignId: '2027', unitCode: HERE.unit };
    expect(found(await clerk.post('/api/screenings', { form }))).not.toContain('same-indicators-elsewhere');
    expect(found(await clerk.post('/api/screenings', { form, ...here }))).toContain(
      'same-indicators-elsewhere',
    );
    const id = await draft(sampleForm({ name: '戊河保洁', indicators: [] }));
    expect(found(await clerk.post('/api/screenings', { form, targetId: id }))).toContain(
      'same-indicators-elsewhere',
    );
    expect((await clerk.post('/api/screenings', { form, campaignId: '2027' })).status).toBe(422);
    expect((await clerk.post('/api/screenings', { form, ...here, unitCode: THERE.unit })).status).toBe(403);
    const there = await api.as('clerk-there');
    expect((await there.post('/api/screenings', { form, targetId: id })).status).toBe(404);
  });

  it('stop the directions of a fund that do not come to its total', async () => {
    const direction = (name: string, amount: string): object => ({
      kind: 'direction',
      fund: '水利发展专项',
      direction: name,
      amount,
      goals: [{ text: '完成' }],
      indicators: (sampleForm().indicators ?? []).map((row) => ({
        ...row,
        name: `${name}${row.name ?? ''}`,
      })),
    });
    const totals = await performance.put('/api/campaigns/2027/fund-totals', {
      fundTotals: [{ fund: '水利发展专项', total: '100' }],
    });
    expect(totals.status).toBe(200);
    const first = await draft(direction('清淤', '60'));
    expect(between(await findingsOf(first))).toEqual(['fund-total-differs']);
    await clerk.command(first, 0, 'presentation', {});
    const refused = await head.command(first, 1, 'submission', {});
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'ErrorsLeft', errors: [{ path: '/amount' }] },
    });
    await draft(direction('护岸', '40'));
    expect(between(await findingsOf(first))).toEqual([]);
    expect((await head.command(first, 1, 'submission', {})).status).toBe(200);
  });
});
