import { INBOX_CHANNEL } from '#jobs';
import { IDLE_MS } from '#platform/access';
import { RunningApi } from '../running-api.ts';
import { sampleForm } from '../sample-form.ts';
import { Visitor, type Reply } from '../visitor.ts';
import { Ear } from './ear.ts';

const MINUTE = 60_000;

describe('live updates', () => {
  let api: RunningApi;
  let clerk: Visitor;
  const ears: Ear[] = [];
  const listening = async (visitor: Visitor, headers?: Record<string, string>): Promise<Ear> => {
    const ear = await Ear.of(visitor, headers);
    ears.push(ear);
    return ear;
  };
  beforeAll(async () => {
    api = await RunningApi.start({ heartbeatMs: 100 });
    clerk = await api.as('clerk');
  });
  afterEach(() => {
    for (const ear of ears.splice(0)) ear.hangUp();
  });
  afterAll(() => api.stop());
  const draft = async (): Promise<Reply> => {
    const body = { campaignId: '2027', unitCode: '301001', form: sampleForm() };
    return clerk.post('/api/targets', body);
  };

  it('tell what changed to whom it concerns, and to nobody else', async () => {
    const [head, auditor, there] = [
      await api.as('head'),
      await api.as('auditor'),
      await api.as('clerk-there'),
    ];
    const [atHead, atAuditor, elsewhere] = [
      await listening(head),
      await listening(auditor),
      await listening(there),
    ];
    const { body } = await draft();
    await clerk.command(body.id!, 0, 'presentation', {});
    const presented = { type: 'target', id: body.id, revision: 1, state: 'draft' };
    await atHead.until(() => atHead.heard.some((event) => 'revision' in event && event.revision === 1));
    await atHead.hear('tasks');
    expect(atHead.heard).toEqual(expect.arrayContaining([{ type: 'open' }, presented, { type: 'tasks' }]));
    await atAuditor.until(() => atAuditor.heard.some((event) => 'revision' in event && event.revision === 1));
    expect(atAuditor.heard).not.toContainEqual({ type: 'tasks' });
    // What concerns everybody comes after it in the feed: the other unit heard nothing before.
    const admin = await api.as('admin');
    expect((await admin.put('/api/units/301001/name', { name: '望川县河道管理所' })).status).toBe(200);
    expect(await elsewhere.hear('register')).toEqual([{ type: 'open' }, { type: 'register' }]);
  });

  it('tell that the inbox changed, to its reader only', async () => {
    const [atClerk, elsewhere] = [await listening(clerk), await listening(await api.as('clerk-there'))];
    for (const user of ['clerk', 'clerk-there'])
      await api.parts.jobs.pool.query('select pg_notify($1, $2)', [INBOX_CHANNEL, user]);
    await atClerk.hear('inbox');
    // Announced in order: whoever has heard the second would have heard the first.
    await elsewhere.hear('inbox');
    for (const { heard } of [atClerk, elsewhere])
      expect(heard.filter(({ type }) => type === 'inbox')).toHaveLength(1);
  });

  it('tell a task that went away as well', async () => {
    const head = await api.as('head');
    const { body } = await draft();
    const presented = await clerk.command(body.id!, 0, 'presentation', {});
    await api.parts.readModels.waitFor('tasks', String(presented.body['position']));
    const ear = await listening(head);
    await head.command(body.id!, 1, 'hand-back', { comment: '请补充' });
    await ear.hear('tasks');
  });

  it('show in the lists what they told of, without waiting', async () => {
    const auditor = await api.as('auditor');
    const ear = await listening(auditor);
    for (let time = 0; time < 5; time += 1) {
      const { body } = await draft();
      await ear.hear('target', body.id);
      const list = await auditor.get('/api/targets?limit=1');
      expect(list.body).toMatchObject({ items: [{ id: body.id }] });
    }
  });

  it('go on after the last id without a gap', async () => {
    const head = await api.as('head');
    const ear = await listening(head);
    const before = await draft();
    await ear.hear('target', before.body.id);
    ear.hangUp();
    const missed = [await draft(), await draft()];
    const again = await listening(head, { 'last-event-id': ear.lastId! });
    const after = await draft();
    await again.hear('target', after.body.id);
    const told = again.heard.flatMap((event) => (event.type === 'target' ? event.id : []));
    expect(new Set(told)).toEqual(new Set([...missed, after].map(({ body }) => body.id)));
    expect(api.parts.store.compare(again.lastId!, String(after.body['position']))).toBeGreaterThanOrEqual(0);
  });

  it.each(['a', '999999999', '-1'])(
    'ask for everything again after an id that never was (%s)',
    async (id) => {
      const ear = await listening(await api.as('head'), { 'last-event-id': id });
      expect(ear.heard).toEqual([{ type: 'reset' }]);
    },
  );

  it('are heard by nobody without a session', async () => {
    expect((await new Visitor(api.base).get('/api/events')).status).toBe(401);
  });

  it('end with signing out, from wherever', async () => {
    const [here, elsewhere] = [await api.as('section'), await api.as('section')];
    const [ear, other] = [await listening(here), await listening(elsewhere)];
    await here.delete('/api/session');
    await ear.until(() => ear.isOver);
    expect(ear.heard.at(-1)).toEqual({ type: 'ended' });
    await other.until(() => other.comments > 1);
    expect(other.isOver).toBe(false);
  });

  it('keep no session awake, and end with it', async () => {
    const visitor = await api.as('performance');
    const ear = await listening(visitor);
    const busy = await api.as('leader');
    const working = await listening(busy);
    api.parts.clock.ahead += IDLE_MS - MINUTE;
    expect((await busy.get('/api/me')).status).toBe(200);
    // Coming back is no use of the session either.
    const again = await listening(visitor, { 'last-event-id': ear.lastId! });
    api.parts.clock.ahead += 2 * MINUTE;
    await again.until(() => again.isOver);
    await ear.until(() => ear.isOver);
    expect([ear.heard.at(-1), again.heard.at(-1)]).toEqual([{ type: 'ended' }, { type: 'ended' }]);
    expect((await visitor.get('/api/me')).status).toBe(401);
    const beats = working.comments;
    await working.until(() => working.comments > beats + 1);
    expect(working.isOver).toBe(false);
    clerk = await api.as('clerk');
  });

  it('are for eight browsers of a person at once', async () => {
    const visitor = await api.as('department');
    const first = await listening(visitor);
    for (let more = 0; more < 7; more += 1) await listening(visitor);
    expect((await listening(visitor)).status).toBe(429);
    first.hangUp();
    await first.until(() => first.isOver);
    // The server learns of it a moment later.
    while ((await listening(visitor)).status !== 200);
  });

  it('write nothing about anybody into the log', () => {
    const lines = api.parts.logged.filter((line) => line.includes('/api/events'));
    expect(lines.length).toBeGreaterThan(0);
    expect(api.parts.logged.filter((line) => /"level":(?:40|50|60)/.test(line))).toEqual([]);
  });
});
