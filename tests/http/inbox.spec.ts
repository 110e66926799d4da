import { openQueues, runJobs, type RunningJobs } from '#jobs';
import { HERE } from './county.ts';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Visitor } from './visitor.ts';

interface InboxBody {
  items: { id: string; step: string; title: string; readAt: string | null; target: string }[];
  total: number;
  next: string | null;
  unread: number;
}

describe('the inbox', () => {
  let api: RunningApi;
  let running: RunningJobs;
  let closeQueues: () => Promise<void>;
  let clerk: Visitor;
  let leader: Visitor;
  let target = '';

  beforeAll(async () => {
    api = await RunningApi.start();
    const { store, readModels, jobs, clock, databaseUrl } = api.parts;
    const queues = await openQueues({ databaseUrl });
    closeQueues = () => queues.close();
    const origin = 'http://localhost:3000';
    const parts = {
      store,
      readModels,
      queues,
      clock,
      origin,
      pool: jobs.pool,
      channels: [],
      log: () => undefined,
    };
    running = await runJobs({ ...parts, offset: '+08:00' });
    [clerk, leader] = await Promise.all([api.as('clerk'), api.as('leader')]);
    const body = { campaignId: '2027', unitCode: HERE.unit, form: sampleForm() };
    const { body: drafted } = await clerk.post('/api/targets', body);
    target = drafted.id!;
  });
  afterAll(async () => {
    await running.stop();
    await closeQueues();
    await api.stop();
  });

  const inboxOf = async (visitor: Visitor, query = ''): Promise<InboxBody> =>
    (await visitor.get(`/api/inbox${query}`)).body as unknown as InboxBody;

  /** Copies the target to the leader, and waits until that was told. */
  async function copied(times: number): Promise<InboxBody> {
    const before = (await inboxOf(leader)).total;
    for (let n = 0; n < times; n += 1) {
      const { headers } = await clerk.get(`/api/targets/${target}`);
      const etag = headers.get('etag') ?? '';
      const reply = await clerk.send(
        'POST',
        `/api/targets/${target}/copies`,
        '{"to":["leader"],"note":"请阅"}',
        {
          'if-match': etag,
        },
      );
      expect(reply.status).toBe(200);
    }
    const deadline = Date.now() + 20_000;
    for (;;) {
      const inbox = await inboxOf(leader);
      if (inbox.total === before + times || Date.now() > deadline) return inbox;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('holds what was copied, page by page, until it is read', async () => {
    const inbox = await copied(3);
    expect(inbox).toMatchObject({ total: 3, unread: 3, next: null });
    expect(inbox.items[0]).toMatchObject({ step: 'copied', target, readAt: null });
    const first = await inboxOf(leader, '?limit=2');
    const second = await inboxOf(leader, `?limit=2&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(inbox.items.map(({ id }) => id));

    const one = await leader.post('/api/inbox/read', { ids: [first.items[0]!.id] });
    expect(one).toMatchObject({ status: 200, body: { unread: 2 } });
    expect((await inboxOf(leader, '?unread=true')).items).toHaveLength(2);
    expect((await leader.post('/api/inbox/read', { all: true })).body).toEqual({ unread: 0 });
    expect((await inboxOf(clerk)).total).toBe(0);
  });

  it('reads nobody else’s messages as theirs', async () => {
    const { items } = await copied(1);
    expect((await clerk.post('/api/inbox/read', { ids: [items[0]!.id] })).body).toEqual({ unread: 0 });
    expect((await inboxOf(leader, '?unread=true')).total).toBe(1);
  });

  it('says in a sentence what is wrong with a request', async () => {
    expect((await leader.post('/api/inbox/read', {})).status).toBe(422);
    expect((await leader.post('/api/inbox/read', { ids: ['x'] })).status).toBe(422);
    expect((await leader.get('/api/inbox?cursor=zzz')).status).toBe(422);
    const wrong = await leader.send(
      'PUT',
      '/api/preferences',
      '{"address":"no","mail":"each","robots":["sms"]}',
    );
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('应为邮箱地址');
  });

  it('keeps how a person wants to be told', async () => {
    const usual = { address: null, mail: 'each', robots: [] };
    expect((await clerk.get('/api/preferences')).body).toEqual(usual);
    const said = { address: 'zhou@example.gov.cn', mail: 'daily', robots: ['feishu'] };
    expect((await clerk.send('PUT', '/api/preferences', JSON.stringify(said))).body).toEqual(said);
    expect((await clerk.get('/api/preferences')).body).toEqual(said);
    expect((await leader.get('/api/preferences')).body).toEqual(usual);
  });

  it('shows what was said about a target to whoever may see it', async () => {
    const { body } = await clerk.get(`/api/targets/${target}/reminders`);
    expect(body).toMatchObject({ total: 4 });
    expect((body as unknown as { items: object[] }).items[0]).toMatchObject({
      step: 'copied',
      recipient: 'leader',
      sender: 'clerk',
    });
    expect((await clerk.get(`/api/targets/${target}/reminders?step=urged`)).body).toMatchObject({ total: 0 });
  });
});
