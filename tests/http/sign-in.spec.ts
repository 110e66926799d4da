import pg from 'pg';
import { IDLE_MS, LOCKED_FOR_MS, LONGEST_MS } from '#platform/access';
import { RunningApi } from './running-api.ts';
import { PASSWORD } from './county.ts';
import { Visitor } from './visitor.ts';

const MINUTE = 60_000;

describe('signing in', () => {
  let api: RunningApi;
  beforeAll(async () => (api = await RunningApi.start()));
  afterAll(() => api.stop());
  const signIn = (username: string, password: string): Promise<{ status: number; body: object }> =>
    new Visitor(api.base).post('/api/session', { username, password });

  it('tells who I am', async () => {
    const { body } = await (await api.as('clerk')).get('/api/me');
    expect(body).toMatchObject({
      name: '沈文静',
      roles: ['clerk'],
      unit: { code: '301001', name: '望川县河道管理站' },
      department: { code: '301', name: '望川县水利局' },
      sections: [],
    });
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const reply = await new Visitor(api.base).post('/api/session', {
      username: 'leader',
      password: PASSWORD,
    });
    const cookie = reply.headers.getSetCookie().join();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('renews the session at each sign-in and ends the one before', async () => {
    const visitor = await api.as('head');
    const before = visitor.cookie;
    await visitor.post('/api/session', { username: 'head', password: PASSWORD });
    expect(visitor.cookie).not.toBe(before);
    visitor.cookie = before;
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  it('ends with signing out', async () => {
    const visitor = await api.as('section');
    const { cookie } = visitor;
    expect((await visitor.delete('/api/session')).status).toBe(204);
    visitor.cookie = cookie;
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  it('holds for 30 idle minutes and 12 hours in all', async () => {
    const [idle, busy] = [await api.as('performance'), await api.as('auditor')];
    const { clock } = api.parts;
    for (let gone = 0; gone < LONGEST_MS - IDLE_MS; gone += IDLE_MS - MINUTE) {
      expect((await busy.get('/api/me')).status).toBe(200);
      clock.ahead += IDLE_MS - MINUTE;
    }
    expect((await idle.get('/api/me')).status).toBe(401);
    expect((await busy.get('/api/me')).status).toBe(200);
    clock.ahead += IDLE_MS - MINUTE;
    expect((await busy.get('/api/me')).status).toBe(401);
  });

  it('locks a name after five failures, known or not, and opens it again', async () => {
    for (const name of ['clerk-there', 'nobody']) {
      const statuses = [];
      for (let time = 1; time <= 6; time += 1) statuses.push((await signIn(name, `wrong ${time}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    }
    expect((await signIn('clerk-there', PASSWORD)).status).toBe(429);
    api.parts.clock.ahead += LOCKED_FOR_MS + MINUTE;
    expect((await signIn('clerk-there', PASSWORD)).status).toBe(200);
  });

  it('lets nobody guess faster by guessing at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) => signIn('head-there', `guess ${n}`)),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(4);
    expect((await signIn('head-there', PASSWORD)).status).toBe(429);
  });

  it('lets somebody in who signs in on many screens at once', async () => {
    const password = PASSWORD;
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        new Visitor(api.base).post('/api/session', { username: 'auditor', password }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('refuses changes that another site asks for', async () => {
    const clerk = await api.as('clerk');
    const from = async (headers: Record<string, string>): Promise<number> =>
      (await clerk.post('/api/targets', {}, headers)).status;
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ origin: 'http://localhost:3000' })).toBe(422);
    expect(await from({ origin: 'http://127.0.0.1:3000' })).toBe(422);
  });

  it('ends everywhere when a person leaves', async () => {
    const [gone, admin] = [await api.as('department-there'), await api.as('admin')];
    expect((await gone.get('/api/me')).status).toBe(200);
    const left = await admin.post('/api/people/department-there/departure', { reason: '调离' });
    expect(left.status).toBe(200);
    expect((await gone.get('/api/me')).status).toBe(401);
    expect((await signIn('department-there', PASSWORD)).status).toBe(401);
  });

  it('sets a password by a link that works once', async () => {
    const security = await api.as('security');
    const { token } = (await security.post('/api/people/section-there/link', {})).body as unknown as {
      token: string;
    };
    const set = (password: string): Promise<{ status: number }> =>
      new Visitor(api.base).post('/api/credentials', { token, password });
    expect((await set('short')).status).toBe(422);
    expect((await set('a password that is new')).status).toBe(204);
    expect((await set('a password that is new')).status).toBe(422);
    expect((await signIn('section-there', 'a password that is new')).status).toBe(200);
  });

  it('changes a password for who knows the old one, and ends the other sessions', async () => {
    const [here, elsewhere] = [await api.as('leader'), await api.as('leader')];
    const wrong = await here.put('/api/me/password', { current: 'wrong', password: 'the new password' });
    expect(wrong.status).toBe(401);
    const right = await here.put('/api/me/password', { current: PASSWORD, password: 'the new password' });
    expect(right.status).toBe(204);
    expect([(await here.get('/api/me')).status, (await elsewhere.get('/api/me')).status]).toEqual([200, 401]);
  });

  it('keeps no password, no session id and no typed name as it is', async () => {
    const client = new pg.Client(api.parts.databaseUrl);
    await client.connect();
    const tables = ['credential', 'session', 'failure', 'link', 'sign_in'];
    const texts: string[] = [];
    for (const table of tables)
      texts.push(JSON.stringify((await client.query(`select * from access.${table}`)).rows));
    await client.end();
    const token = (await api.as('admin')).cookie.split('=')[1]!;
    expect(texts.join('\n')).not.toContain(token);
    expect(texts.join('\n')).not.toContain(PASSWORD);
    expect(texts.join('\n')).not.toContain('nobody');
    expect(texts.join('\n')).toContain('$argon2id$');
  });
});
