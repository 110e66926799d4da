import { type FormInput } from '#form';
import { createMemoryStore, type EventStore } from '#event-store';
import { givenCounty, request } from './given.ts';
import { ERASED } from './personal-details.ts';
import { AccessDenied, KeyReused, NotFound, RevisionConflict } from './request.ts';

const form: FormInput = {
  kind: 'project',
  name: '河道保洁',
  contact: { name: '周宁', phone: '13900000000' },
  indicators: [{ name: '保洁里程', operator: '≥', value: '120', unit: '公里' }],
};
const draft = { campaignId: 'c', unitCode: '101002', form };

describe('the one path of a command', () => {
  it('takes a target from draft to approval, every event sealed over the one before it', async () => {
    const { application } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    await application.send(id, { type: 'PresentTarget' }, request('clerk'));
    await application.send(id, { type: 'SubmitTarget', answers: [] }, request('head'));
    const agree = { type: 'GiveOpinion', decision: 'approve', comment: '同意', annotations: [] } as const;
    await application.send(id, agree, request('section'));
    const result = await application.send(id, agree, request('performance'));
    expect(result.revision).toBe(6);
    const reading = await application.targets.read(id, 'auditor');
    expect([reading.target.state, reading.revision, reading.allowed]).toEqual(['approved', 6, []]);
    expect(await application.targets.seal(id, 'auditor')).toMatchObject({ intact: true, events: 7 });
    const history = await application.targets.history(id, 'auditor');
    expect(history.map(({ label }) => label)).toEqual([
      '建立草稿',
      '提交单位审核',
      '送审',
      '审核意见',
      '转入下一级',
      '审核意见',
      '审核通过',
    ]);
    expect(history[3]).toMatchObject({
      actor: { name: 'section某', organisation: '农业股' },
      comment: '同意',
      changes: [],
    });
  });

  it('answers a repeated command as it answered the first time, before looking at If-Match', async () => {
    const { application } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    const revise = { type: 'ReviseForm', form: { ...form, name: '河道保洁二期' } } as const;
    const same = request('clerk', { commandId: 'b3f0c2a4-6f1e-4c49-9b53-6f6d75626961', expectedRevision: 0 });
    const first = await application.send(id, revise, same);
    await application.send(id, { type: 'PresentTarget' }, request('clerk'));
    expect(await application.send(id, revise, same)).toEqual(first);
    await expect(application.send(id, revise, { ...same, commandHash: 'other' })).rejects.toThrow(KeyReused);
    expect((await application.targets.read(id, 'clerk')).revision).toBe(2);
  });

  it('refuses a revision that is not the latest, and says which is', async () => {
    const { application } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    await application.send(id, { type: 'PresentTarget' }, request('clerk', { expectedRevision: 0 }));
    const stale = application.send(
      id,
      { type: 'HandBackTarget', comment: '补充' },
      request('head', { expectedRevision: 0 }),
    );
    await expect(stale).rejects.toEqual(new RevisionConflict(0, 1));
  });

  it('decides again after a lost race where nobody said which revision they saw', async () => {
    const inner = createMemoryStore();
    let intrude: (() => Promise<unknown>) | undefined;
    const store: EventStore = {
      ...bound(inner),
      append: async (stream, expected, events) => {
        const once = intrude;
        intrude = undefined;
        await once?.();
        return inner.append(stream, expected, events);
      },
    };
    const { application } = await givenCounty({ store });
    const { id } = await application.draft(draft, request('clerk'));
    const copy = { type: 'CopyTarget', to: [{ user: 'section', name: '农' }], note: '请知悉' } as const;
    intrude = () => application.send(id, { type: 'PresentTarget' }, request('clerk'));
    expect((await application.send(id, copy, request('clerk'))).revision).toBe(2);
    intrude = () => application.send(id, copy, request('clerk'));
    const seen = application.send(
      id,
      { type: 'HandBackTarget', comment: '补充' },
      request('head', { expectedRevision: 2 }),
    );
    await expect(seen).rejects.toEqual(new RevisionConflict(2, 3));
  });

  it('hides what one may not see and refuses what one may not do', async () => {
    const { application } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    await expect(application.targets.read(id, 'stranger')).rejects.toThrow(NotFound);
    await expect(application.send(id, { type: 'PresentTarget' }, request('stranger'))).rejects.toThrow(
      NotFound,
    );
    await expect(application.send(id, { type: 'PresentTarget' }, request('auditor'))).rejects.toThrow(
      AccessDenied,
    );
    await expect(application.send('nothing', { type: 'PresentTarget' }, request('clerk'))).rejects.toThrow(
      NotFound,
    );
    await application.send(
      id,
      { type: 'CopyTarget', to: [{ user: 'stranger', name: '生' }], note: '' },
      request('clerk'),
    );
    expect((await application.targets.read(id, 'stranger')).allowed).toEqual([]);
  });

  it('keeps persons under their own keys: readable until erased, never a change of its own', async () => {
    const { application, store, keys } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    await application.send(
      id,
      { type: 'ReviseForm', form: { ...form, name: '河道保洁二期' } },
      request('clerk'),
    );
    const stored = await store.readStream(`target-${id}`);
    expect(stored.some(({ body }) => body.includes('13900000000') || body.includes('周宁'))).toBe(false);
    expect((await application.targets.read(id, 'clerk')).target.form.contact).toEqual(form.contact);
    const diff = await application.targets.diff(id, 'clerk', [0, 1]);
    expect(diff.filter(({ path }) => path.startsWith('/contact'))).toEqual([]);
    await keys.erase({ unitCode: '101002', name: '周宁' });
    expect((await application.targets.read(id, 'clerk')).target.form.contact).toEqual({ name: ERASED });
    expect(await application.targets.seal(id, 'clerk')).toMatchObject({ intact: true });
  });

  it('shows the form as it was at a revision or a time', async () => {
    const { application } = await givenCounty();
    const { id } = await application.draft(draft, request('clerk'));
    const before = (await application.targets.read(id, 'clerk')).time;
    await application.send(
      id,
      { type: 'ReviseForm', form: { ...form, name: '河道保洁二期' } },
      request('clerk'),
    );
    for (const moment of [{ revision: 0 }, { time: before }])
      expect((await application.targets.at(id, 'clerk', moment)).target.form).toMatchObject({
        name: '河道保洁',
      });
    await expect(application.targets.at(id, 'clerk', { revision: 9 })).rejects.toThrow(NotFound);
    await expect(application.targets.at(id, 'clerk', { time: '2020-01-01T00:00:00Z' })).rejects.toThrow(
      NotFound,
    );
  });
});

/** A class instance's methods as plain properties, so that one of them can be watched. */
function bound(store: EventStore): EventStore {
  return {
    append: (...args) => store.append(...args),
    readStream: (...args) => store.readStream(...args),
    loadStream: (stream) => store.loadStream(stream),
    readAll: (options) => store.readAll(options),
    subscribe: (options, handler) => store.subscribe(options, handler),
    head: () => store.head(),
    compare: (a, b) => store.compare(a, b),
    close: () => store.close(),
  };
}
