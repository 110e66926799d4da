import { PASSWORD } from './county.ts';
import { RunningApi } from './running-api.ts';
import { Visitor } from './visitor.ts';

describe('what the sign-in page may offer', () => {
  let demo: RunningApi;
  let real: RunningApi;
  beforeAll(async () => {
    real = await RunningApi.start();
    demo = await RunningApi.start({ openAccounts: ['clerk', 'nobody-here', 'auditor'] });
  });
  afterAll(async () => {
    await demo.stop();
    await real.stop();
  });

  it('is nothing outside the demo', async () => {
    const stranger = new Visitor(real.base);
    expect((await stranger.get('/api/session/offers')).body).toEqual({ demo: null, oidc: null });
    const refused = await stranger.post('/api/session', { demo: 'clerk' });
    expect([refused.status, refused.body.code]).toEqual([401, 'NoSuchDemoAccount']);
    expect((await stranger.get('/api/me')).status).toBe(401);
  });

  it('names in the demo its accounts with post and organisation', async () => {
    const { body } = await new Visitor(demo.base).get('/api/session/offers');
    expect(body).toEqual({
      demo: {
        accounts: [
          { username: 'clerk', name: '沈文静', post: '科员', organisation: '望川县河道管理站' },
          { username: 'auditor', name: '曹红梅', post: '科员', organisation: '绩效管理股' },
        ],
      },
      oidc: null,
    });
  });

  it('signs in to a demo account with one click, to no other account', async () => {
    const visitor = new Visitor(demo.base);
    const { status, body } = await visitor.post('/api/session', { demo: 'clerk' });
    expect([status, body['name']]).toEqual([200, '沈文静']);
    expect((await visitor.get('/api/me')).status).toBe(200);
    for (const other of ['head', 'nobody-here', 'nobody'])
      expect((await visitor.post('/api/session', { demo: other })).status).toBe(401);
  });

  it('takes either the one or the other', async () => {
    const visitor = new Visitor(demo.base);
    const both = await visitor.post('/api/session', { demo: 'clerk', username: 'clerk', password: PASSWORD });
    expect([both.status, both.body['errors']]).toMatchObject([422, [{ path: '/demo' }]]);
    const neither = await visitor.post('/api/session', {});
    expect([neither.status, neither.body['errors']]).toMatchObject([
      422,
      [{ path: '/username' }, { path: '/password' }],
    ]);
  });

  it('is written into the sign-in log by its kind', async () => {
    const visitor = new Visitor(demo.base);
    await visitor.post('/api/session', { demo: 'auditor' });
    await visitor.delete('/api/session');
    await visitor.post('/api/session', { demo: 'nobody' });
    await visitor.post('/api/session', { username: 'clerk', password: 'wrong' });
    const security = await demo.as('security');
    const { items } = (await security.get('/api/sign-ins?limit=5')).body as unknown as { items: object[] };
    expect(items).toMatchObject([
      { user: 'security', outcome: 'signed-in', kind: 'password' },
      { user: 'clerk', outcome: 'refused', kind: 'password' },
      { user: null, outcome: 'refused', kind: 'demo' },
      { user: 'auditor', outcome: 'signed-out', kind: null },
      { user: 'auditor', outcome: 'signed-in', kind: 'demo' },
    ]);
  });
});
