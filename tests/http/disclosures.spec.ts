import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { Visitor, type Reply } from './visitor.ts';

const PHONE = '13900000001';

describe('what anybody may read', () => {
  let api: RunningApi;
  let stranger: Visitor;
  const people: Record<string, Visitor> = {};
  let position = '';

  beforeAll(async () => {
    api = await RunningApi.start();
    stranger = new Visitor(api.base);
    for (const user of ['clerk', 'head', 'department', 'section', 'performance', 'leader'])
      people[user] = await api.as(user);
  });
  afterAll(() => api.stop());

  /** A target with these steps after its draft. */
  async function target(
    name: string,
    steps: readonly (readonly [string, string, object])[],
  ): Promise<string> {
    const form = sampleForm({
      name,
      summary: `保洁，请与沈文静联系：${PHONE}`,
      head: { name: '温如玉', phone: PHONE },
      remarks: '内部说明',
    });
    const drafted = await people['clerk']!.post('/api/targets', {
      campaignId: '2027',
      unitCode: '301001',
      form,
    });
    const id = drafted.body.id!;
    let revision = 0;
    for (const [user, what, body] of steps) {
      const { status, body: reply } = await people[user]!.command(id, revision, what, body);
      if (status !== 200) throw new Error(JSON.stringify(reply));
      revision = reply.revision!;
      position = String(reply['position']);
    }
    return id;
  }
  const agree = (user: string) => [user, 'opinions', { decision: 'approve', comment: '同意' }] as const;
  const grant = { documentNumber: '望财预〔2027〕3号', date: '2027-02-01', amount: '80' };
  const GRANTED = [
    ['clerk', 'presentation', {}],
    ['head', 'submission', {}],
    ...['department', 'section', 'performance'].map(agree),
    ['leader', 'grant', grant],
  ] as const;
  const published = (day: string) =>
    ['head', 'disclosure', { date: day, url: 'https://w.example/1' }] as const;
  const list = (query = ''): Promise<Reply> =>
    stranger.get(`/api/public/disclosures?after=${position}${query}`);

  it('shows what was published and nothing else', async () => {
    const drafted = await target('草稿', []);
    const granted = await target('未公开', GRANTED);
    const withheld = await target('不公开', [...GRANTED, ['head', 'disclosure', { withheld: '敏感' }]]);
    for (const id of [drafted, granted, withheld, '00000000-0000-5000-8000-000000000000'])
      expect((await stranger.get(`/api/public/disclosures/${id}`)).status).toBe(404);
    expect((await list()).body).toEqual({ items: [], total: 0, next: null });
    const first = await target('已公开', [...GRANTED, published('2027-02-10')]);
    expect((await list()).body).toMatchObject({
      total: 1,
      items: [{ id: first, name: '已公开', amount: '80', disclosedOn: '2027-02-10' }],
    });
  });

  it('tells neither persons nor telephones, opinions or remarks', async () => {
    const { body } = await list();
    const [{ id } = { id: '' }] = body['items'] as { id: string }[];
    const reply = await stranger.get(`/api/public/disclosures/${id}`);
    expect(reply.body).toMatchObject({
      unit: { code: '301001' },
      form: { name: '已公开', indicators: [{ name: '保洁河道里程', value: '128' }, {}, {}] },
    });
    const text = JSON.stringify([body, reply.body]);
    expect(text).not.toMatch(new RegExp(`${PHONE}|温如玉|ciphertext|同意|内部说明`));
    expect(Object.keys(reply.body)).not.toContain('evaluation');
  });

  it('filters by year, department, unit and text, and pages', async () => {
    for (const day of ['2027-02-11', '2027-02-12'])
      await target(`公开于${day}`, [...GRANTED, published(day)]);
    const totals = [];
    for (const query of ['&year=2027', '&year=2026', '&department=302', '&unit=301001', '&q=02-12'])
      totals.push((await list(query)).body['total']);
    expect(totals).toEqual([3, 0, 0, 3, 1]);
    const page = await list('&limit=2');
    const next = await list(`&limit=2&cursor=${String(page.body['next'])}`);
    const days = [page, next].flatMap(({ body }) => body['items'] as { disclosedOn: string }[]);
    expect(days.map(({ disclosedOn }) => disclosedOn)).toEqual(['2027-02-12', '2027-02-11', '2027-02-10']);
    const { body } = await stranger.get('/api/public/departments');
    expect(body).toEqual({
      items: [{ code: '301', name: '望川县水利局', years: [{ year: 2027, targets: 3 }] }],
    });
  });

  it('tells points and grade once they are confirmed, not before', async () => {
    const id = await target('评价', [...GRANTED, published('2027-03-01')]);
    const { form } = (await people['clerk']!.get(`/api/targets/${id}`)).body as unknown as {
      form: { indicators: { id: string }[] };
    };
    const actuals = form.indicators.map((row) => ({ indicatorId: row.id, actual: '130' }));
    const evaluationIn = async (): Promise<unknown[]> => {
      const { body } = await list();
      const item = (body['items'] as { id: string; evaluation?: object }[]).find((one) => one.id === id);
      return [item?.evaluation, (await stranger.get(`/api/public/disclosures/${id}`)).body['evaluation']];
    };
    const does = async (user: string, what: string, body: object): Promise<void> => {
      const { body: now } = await people[user]!.get(`/api/targets/${id}`);
      const reply = await people[user]!.command(id, now.revision!, what, body);
      position = String(reply.body['position']);
    };
    await does('clerk', 'self-evaluation', { paid: '86.4', budget: '86.4', actuals });
    expect(await evaluationIn()).toEqual([undefined, undefined]);
    await does('section', 'evaluation', { decision: 'confirm', comment: '属实' });
    const told = { total: '100.00', grade: '优' };
    expect(await evaluationIn()).toEqual([told, told]);
  });

  it('may be kept a minute, and is not sent twice', async () => {
    const { headers } = await stranger.get('/api/public/departments');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const again = await stranger.send('GET', '/api/public/departments', undefined, {
      'if-none-match': headers.get('etag')!,
    });
    expect(again.status).toBe(304);
  });

  it('is not for whoever asks without end', async () => {
    let reply = await stranger.get('/api/public/departments');
    for (let asked = 0; asked < 300 && reply.status === 200; asked += 1)
      reply = await stranger.get('/api/public/departments');
    expect(reply).toMatchObject({ status: 429, body: { code: 'TooManyAttempts' } });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    api.parts.clock.ahead += 60_000;
    expect((await stranger.get('/api/public/departments')).status).toBe(200);
  });
});
