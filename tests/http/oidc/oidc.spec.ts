import { IDLE_MS } from '#platform/access';
import { PASSWORD } from '../county.ts';
import { freePort } from '#platform/embedded-postgres';
import { RunningApi } from '../running-api.ts';
import { Visitor } from '../visitor.ts';
import { Browser } from './browser.ts';
import { CLIENT, LocalProvider } from './local-provider.ts';

describe('signing in through the identity provider', () => {
  let provider: LocalProvider;
  let api: RunningApi;
  beforeAll(async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${String(port)}`;
    provider = await LocalProvider.start(`${origin}/api/session/oidc/return`);
    const oidc = { ...CLIENT, issuer: provider.issuer, name: '县统一身份认证', claim: 'preferred_username' };
    api = await RunningApi.start({ origin, oidc }, port);
  });
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });
  const isReturn = (url: string): boolean => url.includes('/api/session/oidc/return');
  const come = (person: string, browser = new Browser()): Promise<{ url: string; reply: Response }> => {
    provider.person = person;
    return browser.go(`${api.base}/api/session/oidc`);
  };
  const as = (browser: Browser): Visitor => {
    const visitor = new Visitor(api.base);
    visitor.cookie = browser.cookie(api.base);
    return visitor;
  };

  it('is offered by its name', async () => {
    const { body } = await new Visitor(api.base).get('/api/session/offers');
    expect(body).toEqual({ demo: null, oidc: { name: '县统一身份认证' } });
  });

  it('begins a session for who is in the register, by the usual rules', async () => {
    const browser = new Browser();
    const { url } = await come('clerk', browser);
    expect(url).toBe(`${api.base}/`);
    expect((await as(browser).get('/api/me')).body).toMatchObject({ user: 'clerk', name: '沈文静' });
    expect(browser.cookie(api.base)).not.toContain('mubiao_sign_on');
    api.parts.clock.ahead += IDLE_MS + 60_000;
    expect((await as(browser).get('/api/me')).status).toBe(401);
  });

  it('shows a page in Chinese to who is not, or left, and registers nobody', async () => {
    const admin = await api.as('admin');
    await admin.post('/api/people/section-there/departure', { reason: '调离' });
    for (const person of ['somebody-else', 'section-there']) {
      const browser = new Browser();
      const { reply } = await come(person, browser);
      expect(reply.status).toBe(403);
      expect(await reply.text()).toContain('本系统没有您的账户');
      expect((await as(browser).get('/api/me')).status).toBe(401);
    }
    expect([...api.parts.application.directory().people.keys()]).not.toContain('somebody-else');
  });

  it('says what to do when the provider refuses or the person cancels', async () => {
    const { reply } = await come('');
    expect([reply.status, await reply.text()]).toEqual([401, expect.stringContaining('重新登录')]);
  });

  it('takes no answer that this browser did not ask for, and none twice', async () => {
    provider.person = 'leader';
    const victim = new Browser();
    const { url } = await new Browser().go(`${api.base}/api/session/oidc`, isReturn);
    const planted = await victim.go(url);
    expect([planted.reply.status, (await as(victim).get('/api/me')).status]).toEqual([400, 401]);
    // With a request of the victim's own under way its state does not fit.
    await victim.go(`${api.base}/api/session/oidc`, (next) => next.startsWith(provider.issuer));
    expect((await victim.go(url)).reply.status).toBe(401);
    const browser = new Browser();
    const own = await browser.go(`${api.base}/api/session/oidc`, isReturn);
    expect((await browser.go(own.url)).url).toBe(`${api.base}/`);
    expect((await browser.go(own.url)).reply.status).toBe(400);
  });

  it('is written into the sign-in log by its kind; a lock on passwords does not close this door', async () => {
    for (let time = 0; time < 5; time += 1)
      await new Visitor(api.base).post('/api/session', { username: 'auditor', password: 'wrong' });
    const locked = await new Visitor(api.base).post('/api/session', {
      username: 'auditor',
      password: PASSWORD,
    });
    expect(locked.status).toBe(429);
    await come('somebody-else');
    const browser = new Browser();
    await come('auditor', browser);
    expect((await as(browser).get('/api/me')).status).toBe(200);
    const security = await api.as('security');
    const { items } = (await security.get('/api/sign-ins?limit=4')).body as unknown as { items: object[] };
    expect(items).toMatchObject([
      { user: 'security', kind: 'password' },
      { user: 'auditor', outcome: 'signed-in', kind: 'oidc' },
      { user: null, outcome: 'refused', kind: 'oidc' },
      { user: 'auditor', outcome: 'locked', kind: 'password' },
    ]);
  });

  it('is not there where it is not configured, and says so when the provider is away', async () => {
    const plain = await RunningApi.start();
    expect((await new Visitor(plain.base).get('/api/session/oidc')).status).toBe(404);
    await plain.stop();
    const issuer = `http://127.0.0.1:${String(await freePort())}`;
    const lonely = await RunningApi.start({ oidc: { ...CLIENT, issuer, name: '统一<登录>', claim: 'sub' } });
    const { status, body } = await new Visitor(lonely.base).get('/api/session/oidc');
    expect([status, body['text']]).toEqual([503, expect.stringContaining('统一&#60;登录&#62;：现在连不上')]);
    await lonely.stop();
  });
});
