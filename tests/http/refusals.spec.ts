import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

const CAMPAIGN = { campaignId: '2027', unitCode: '301001' };

describe('what the interface refuses', () => {
  let api: RunningApi;
  let clerk: Visitor;
  let id = '';
  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
    id = (await draft()).body.id!;
  });
  afterAll(() => api.stop());

  const draft = (form: object = sampleForm(), headers: Record<string, string> = {}): Promise<Reply> =>
    clerk.post('/api/targets', { ...CAMPAIGN, form }, headers);
  const raw = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<Reply> =>
    clerk.send('POST', '/api/targets', body, { 'content-type': type });
  const paths = ({ body }: Reply): string[] => (body['errors'] as { path: string }[]).map(({ path }) => path);

  /** Every refusal is a problem in Chinese that betrays nothing of the program. */
  function expectProblem(reply: Reply, status: number, code: string): void {
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.body).toMatchObject({
      type: `urn:mubiao:problem:${code}`,
      status,
      errors: expect.any(Array) as [],
    });
    expect(reply.body['detail']).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|\.ts:|Error:/);
  }

  it.each<[string, string, string]>([
    ['broken JSON', '{"a":', 'MalformedJson'],
    ['a comma too many', '{"a":1,}', 'MalformedJson'],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 'TooDeep'],
    ['50,000 levels', '['.repeat(50_000), 'TooDeep'],
    ['NUL', '{"a":"\\u0000"}', 'BadText'],
    ['a lone surrogate', '{"a":"\\ud800"}', 'BadText'],
    ['a lone surrogate in a key', '{"\\udc00":1}', 'BadText'],
    ['an infinite number', '{"a":1e999}', 'BadNumber'],
    ['a key twice', '{"a":{"b":1,"b":2}}', 'DuplicateKey'],
    ['a key twice, once escaped', '{"ab":1,"a\\u0062":2}', 'DuplicateKey'],
    ['__proto__', '{"__proto__":{}}', 'MalformedRequest'],
    ['a list for a body', '[]', 'MalformedRequest'],
  ])('%s is malformed (400)', async (_, body, code) => {
    expectProblem(await raw(body), 400, code);
  });

  it('names the key that came twice', async () => {
    const reply = await raw('{"form":{"indicators":[{"id":"a"},{"id":"b","name":"x","name":"y"}]}}');
    expect(paths(reply)).toEqual(['/form/indicators/1/name']);
  });

  it('takes 32 levels', async () => {
    const deep = `{"form":${'['.repeat(31)}${']'.repeat(31)}}`;
    expectProblem(await raw(deep), 422, 'InvalidFields');
  });

  it('refuses bytes that are no UTF-8, other content types and more than 1 MiB', async () => {
    expectProblem(await raw(new Uint8Array([123, 34, 255, 34, 125])), 400, 'BadText');
    expectProblem(await raw('a=1', 'application/x-www-form-urlencoded'), 415, 'WrongContentType');
    expectProblem(await raw(JSON.stringify({ a: 'x'.repeat(1024 * 1024) })), 413, 'TooLarge');
  });

  it('names every field that is wrong, unknown ones too (422)', async () => {
    const form = { ...sampleForm(), nonsense: 1, remarks: ' ', funding: { thisYear: { total: '1e3' } } };
    const reply = await clerk.post('/api/targets', { ...CAMPAIGN, unitCode: 7, form, more: true });
    expectProblem(reply, 422, 'InvalidFields');
    expect(paths(reply).sort()).toEqual(
      ['/form/funding/thisYear/total', '/form/nonsense', '/form/remarks', '/more', '/unitCode'].sort(),
    );
  });

  it('refuses a row id twice, rows beyond 500 and texts beyond 20,000', async () => {
    const twice = await draft(
      sampleForm({
        goals: [
          { id: 'g', text: '一' },
          { id: 'g', text: '二' },
        ],
      }),
    );
    expect(paths(twice)).toEqual(['/form/goals/g/id']);
    const many = await draft(sampleForm({ goals: Array.from({ length: 501 }, () => ({ text: '目标' })) }));
    expect(paths(many)).toEqual(['/form/goals']);
    const long = await draft(sampleForm({ summary: '长'.repeat(20_001) }));
    expect(paths(long)).toEqual(['/form/summary']);
  });

  it('refuses blank comments and unknown decisions', async () => {
    const reply = await clerk.command(id, 0, 'opinions', {
      decision: 'maybe',
      comment: '  ',
      sheet: [{ points: 'x' }],
    });
    expectProblem(reply, 422, 'InvalidFields');
    expect(paths(reply)).toEqual(expect.arrayContaining(['/decision', '/comment', '/sheet/0/points']));
  });

  it('asks for If-Match on commands to an existing target (428), and for one that is a revision (400)', async () => {
    expectProblem(await clerk.post(`/api/targets/${id}/presentation`, {}), 428, 'IfMatchRequired');
    const reply = await clerk.post(`/api/targets/${id}/presentation`, {}, { 'if-match': '*' });
    expectProblem(reply, 400, 'BadIfMatch');
  });

  it('answers an outdated revision with what happened meanwhile (412)', async () => {
    const drafted = await draft();
    const path = `/api/targets/${drafted.body.id!}/form`;
    const first = await clerk.put(path, { form: sampleForm({ summary: '甲' }) }, { 'if-match': '"0"' });
    expect(first.status).toBe(200);
    const second = await clerk.put(path, { form: sampleForm({ summary: '乙' }) }, { 'if-match': '"0"' });
    expectProblem(second, 412, 'RevisionConflict');
    expect(second.body).toMatchObject({ expected: 0, revision: 1 });
    expect(second.body['meanwhile']).toEqual([
      expect.objectContaining({
        revision: 1,
        label: '修改申报表',
        by: { name: '沈文静', organisation: '望川县河道管理站' },
      }),
    ]);
  });

  it('does once what comes twice under one key, also with an outdated If-Match', async () => {
    const key = { 'idempotency-key': 'draft-1' };
    const [one, two] = [await draft(sampleForm(), key), await draft(sampleForm(), key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    const present = { ...key, 'if-match': '"0"' };
    const path = `/api/targets/${one.body.id!}/presentation`;
    const [first, second] = [await clerk.post(path, {}, present), await clerk.post(path, {}, present)];
    expect([first.status, first.body]).toEqual([200, second.body]);
    const history = await clerk.get(`/api/targets/${one.body.id!}/history`);
    expect(history.body['items']).toHaveLength(2);
  });

  it('refuses a key that comes with another body (422), and does not remember refusals', async () => {
    const key = { 'idempotency-key': 'draft-2' };
    expectProblem(await draft({ kind: 'nonsense' }, key), 422, 'InvalidFields');
    expect((await draft(sampleForm(), key)).status).toBe(201);
    expectProblem(await draft(sampleForm({ summary: '另一个' }), key), 422, 'KeyReused');
  });

  it('says what is not allowed now (409) and what an office may not do (403)', async () => {
    const head = await api.as('head');
    expectProblem(await head.command(id, 0, 'submission', {}), 409, 'NotPresented');
    expectProblem(
      await head.command(id, 0, 'opinions', { decision: 'approve', comment: '同意' }),
      403,
      'AccessDenied',
    );
  });

  it('lists every error of screening where the form has some (422)', async () => {
    const wrong = sampleForm({ funding: { thisYear: { total: '50', county: '40' } } });
    const drafted = await draft(wrong);
    const presented = await clerk.command(drafted.body.id!, 0, 'presentation', {});
    const head = await api.as('head');
    const reply = await head.command(drafted.body.id!, presented.body.revision!, 'submission', {});
    expectProblem(reply, 422, 'ErrorsLeft');
    expect(paths(reply).length).toBeGreaterThan(0);
  });

  it('knows nothing of what is not there (404)', async () => {
    expectProblem(await clerk.get('/api/nothing'), 404, 'NotFound');
    expectProblem(await clerk.get('/api/targets/not-an-id'), 404, 'NotFound');
    expectProblem(await clerk.get('/api/targets/00000000-0000-0000-0000-000000000000'), 404, 'NotFound');
  });

  it('refuses queries that make no sense (422)', async () => {
    for (const query of ['limit=201', 'limit=x', 'state=none', 'cursor=abc', 'nonsense=1'])
      expect([query, (await clerk.get(`/api/targets?${query}`)).status]).toEqual([query, 422]);
    const after = await clerk.get('/api/targets?after=never');
    expect([after.status, paths(after)]).toEqual([422, ['after']]);
    expect((await clerk.get(`/api/targets/${id}/at?time=yesterday`)).status).toBe(422);
  });
});
