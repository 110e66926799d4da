import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Server } from 'node:http';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { Visitor } from './visitor.ts';

describe('running the interface', () => {
  let api: RunningApi;
  let stranger: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    stranger = new Visitor(api.base);
  });
  afterAll(() => api.stop());

  it('says that it is well, projection by projection', async () => {
    const { status, body } = await stranger.get('/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ok',
      store: 'ok',
      projections: { 'target-list': { state: 'running' } },
    });
  });

  it('ends a request that is still not whole after a quarter of an hour', async () => {
    const limits: number[] = [];
    // That Node then ends it is Node's own to test.
    const hear = (news: unknown): unknown => limits.push((news as { server: Server }).server.requestTimeout);
    subscribe('http.server.request.start', hear);
    await stranger.get('/health');
    unsubscribe('http.server.request.start', hear);
    expect(limits).toEqual([15 * 60_000]);
  });

  it('measures by route, and tells only this machine', async () => {
    await (await api.as('clerk')).get('/api/targets/00000000-0000-0000-0000-000000000000');
    const { body } = await stranger.get('/metrics');
    expect(body['text']).toContain('route="/api/targets/:id"');
    expect(body['text']).not.toContain('00000000-0000');
    const forwarded = await stranger.send('GET', '/metrics', undefined, { 'x-forwarded-for': '203.0.113.9' });
    expect(forwarded.status).toBe(404);
  });

  it('measures how mail and robots stand, naming nobody', async () => {
    const { pool } = api.parts.jobs;
    await pool.query(
      `with said as (
         insert into reminders.message (id, task, recipient, part, step, deadline, target, duty, title, body, sent_at)
         select gen_random_uuid(), gen_random_uuid(), 'clerk', 'actor', 'd0', '', gen_random_uuid(), 'fill', '', '', now()
         from generate_series(1, 3) returning id)
       insert into reminders.delivery (message, channel, recipient, state, due_at, changed_at, doubtful)
       select id, 'mail', 'clerk', case when row_number() over () = 1 then 'failed' else 'waiting' end, now(), now(), 1
       from said`,
    );
    const { body } = await stranger.get('/metrics');
    expect(body['text']).toContain('mubiao_channel_deliveries{channel="mail",state="waiting"} 2');
    expect(body['text']).toContain('mubiao_channel_deliveries{channel="mail",state="failed"} 1');
    expect(body['text']).toContain('mubiao_channel_deliveries{channel="mail",state="doubtful"} 3');
  });

  it('opens a campaign with reminders of its own, and says what is wrong with them', async () => {
    const performance = await api.as('performance');
    const campaign = (id: string, reminders: object) => ({
      id,
      name: '提醒另定',
      fiscalYear: 2028,
      chains: { project: [{ id: 'section', name: '业务股室', reviewers: 'section', rule: 'any' }] },
      windows: {},
      reminders,
    });
    const own = { before: [5, 2], days: 'working', hour: '08:30', quiet: { from: '19:00', until: '08:00' } };
    expect((await performance.post('/api/campaigns', campaign('own', own))).status).toBe(201);
    const { body } = await performance.get('/api/campaigns');
    const { items } = body as unknown as { items: { id: string; reminders?: object }[] };
    expect(items.find(({ id }) => id === 'own')?.reminders).toEqual(own);
    const wrong = await performance.post('/api/campaigns', campaign('wrong', { hour: '25:00' }));
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('提醒');
  });

  it('says at / where the description of the interface is', async () => {
    const { status, headers, body } = await stranger.get('/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body['text']).toContain('/api/openapi.json');
  });

  it('carries the id of a request into the reply, the log and the event', async () => {
    const clerk = await api.as('clerk');
    const reply = await clerk.send('GET', '/api/me?name=沈文静', undefined, { 'x-request-id': 'trace-42' });
    expect(reply.headers.get('x-request-id')).toBe('trace-42');
    const lines = api.parts.logged.filter((line) => line.includes('trace-42'));
    expect(lines.map((line) => (JSON.parse(line) as { route: string }).route)).toEqual(['/api/me']);
    const draft = { campaignId: '2027', unitCode: '301001', form: sampleForm() };
    const { body } = await clerk.post('/api/targets', draft, { 'x-request-id': 'trace-43' });
    const [event] = await api.parts.store.readStream(`target-${body.id!}`);
    expect(JSON.parse(event!.body)).toMatchObject({ correlationId: 'trace-43' });
  });

  it('makes an id of its own where the given one is no plain word', async () => {
    const reply = await stranger.send('GET', '/health', undefined, { 'x-request-id': 'a b;c' });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('writes no name, no query, no cookie and no password into the log', async () => {
    const clerk = await api.as('clerk');
    await clerk.get(`/api/targets?q=${encodeURIComponent('沈文静')}`);
    const log = api.parts.logged.join('');
    expect(log.length).toBeGreaterThan(0);
    for (const secret of ['沈文静', encodeURIComponent('沈文静'), 'correct horse', clerk.cookie])
      expect(log).not.toContain(secret);
  });
});
