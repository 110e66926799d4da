import { randomUUID } from 'node:crypto';
import { hashOf } from '#application';
import { RunningApi } from '../running-api.ts';
import { sampleForm } from '../sample-form.ts';
import { Visitor } from '../visitor.ts';
import { Ear } from './ear.ts';

const PLACE = { campaignId: '2027', unitCode: '301001' };

describe('live updates at their ends', () => {
  let api: RunningApi;
  let isStopped = false;
  beforeAll(async () => {
    api = await RunningApi.start({ heartbeatMs: 100 });
  });
  afterAll(async () => {
    if (!isStopped) await api.stop();
  });
  const draft = async (): Promise<string> => {
    const body = { ...PLACE, form: sampleForm() };
    const request = {
      user: 'clerk',
      commandId: randomUUID(),
      commandHash: hashOf(body),
      correlationId: 'live',
    };
    return (await api.parts.application.draft(body, request)).id;
  };
  const rename = async (admin: Visitor, name: string): Promise<void> => {
    expect((await admin.put('/api/units/302001/name', { name })).status).toBe(200);
  };

  it('say nothing more of targets to whom a role was taken from', async () => {
    const [section, admin, security] = [
      await api.as('section'),
      await api.as('admin'),
      await api.as('security'),
    ];
    const ear = await Ear.of(section);
    await ear.hear('target', await draft());
    expect((await security.delete('/api/people/section/roles/section')).status).toBe(200);
    const before = ear.heard.length;
    const unseen = await draft();
    await rename(admin, '望川县第二中学');
    // The withdrawal and the name: what lies between them in the feed has been told, or never will be.
    await ear.until(() => ear.heard.slice(before).filter(({ type }) => type === 'register').length >= 1);
    await ear.until(() => ear.heard.filter(({ type }) => type === 'register').length >= 2);
    expect(ear.heard).not.toContainEqual(expect.objectContaining({ type: 'target', id: unseen }));
    ear.hangUp();
  });

  it('ask who missed more than five hundred events for everything again', async () => {
    const auditor = await api.as('auditor');
    const ear = await Ear.of(auditor);
    await ear.hear('target', await draft());
    ear.hangUp();
    const id = await draft();
    const clerk = await api.as('clerk');
    for (let revision = 0; revision < 500; revision += 1) {
      const form = sampleForm({ name: `河道保洁第${String(revision)}期` });
      const request = {
        user: 'clerk',
        commandId: randomUUID(),
        commandHash: hashOf(form),
        correlationId: 'live',
        expectedRevision: revision,
      };
      await api.parts.application.send(id, { type: 'ReviseForm', form }, request);
    }
    expect((await clerk.get(`/api/targets/${id}`)).body).toMatchObject({ revision: 500 });
    const again = await Ear.of(auditor, { 'last-event-id': ear.lastId! });
    expect(again.heard).toEqual([{ type: 'reset' }]);
    again.hangUp();
  });

  it('do not keep the process from ending, and let browsers come back by themselves', async () => {
    const ears = await Promise.all(
      ['clerk', 'head', 'auditor'].map(async (user) => Ear.of(await api.as(user))),
    );
    isStopped = true;
    await api.stop();
    for (const ear of ears) {
      await ear.until(() => ear.isOver);
      expect(ear.heard).not.toContainEqual({ type: 'ended' });
    }
  });
});
