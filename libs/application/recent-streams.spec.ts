import { createMemoryStore, type EventStore } from '#event-store';
import { givenCounty, request } from './given.ts';
import { type FormInput } from '#form';

const form: FormInput = { kind: 'project', name: '河道保洁' };
const draft = { campaignId: 'c', unitCode: '101002', form };

/** The store, with the events that each read brought. */
function watched(): { store: EventStore; read: number[] } {
  const inner = createMemoryStore();
  const read: number[] = [];
  const store: EventStore = {
    append: (...args) => inner.append(...args),
    readStream: async (...args) => {
      const events = await inner.readStream(...args);
      read.push(events.length);
      return events;
    },
    loadStream: async (stream) => {
      const loaded = await inner.loadStream(stream);
      read.push((loaded.head?.revision ?? -1) + 1);
      return loaded;
    },
    readAll: (options) => inner.readAll(options),
    subscribe: (options, handler) => inner.subscribe(options, handler),
    head: () => inner.head(),
    compare: (a, b) => inner.compare(a, b),
    close: () => inner.close(),
  };
  return { store, read };
}

describe('streams folded lately', () => {
  it('are read on from where they were, not from the beginning', async () => {
    const { store, read } = watched();
    const { application } = await givenCounty({ store });
    const { id } = await application.draft(draft, request('clerk'));
    read.length = 0;
    await application.send(id, { type: 'ReviseForm', form: { ...form, name: '二期' } }, request('clerk'));
    await application.send(id, { type: 'PresentTarget' }, request('clerk'));
    expect(read).toEqual([0, 0]);
  });

  it('are not read at all where the person saw what is remembered', async () => {
    const { store, read } = watched();
    const { application } = await givenCounty({ store });
    const { id, revision: seen } = await application.draft(draft, request('clerk'));
    read.length = 0;
    const present = request('clerk', { expectedRevision: seen });
    const { revision } = await application.send(id, { type: 'PresentTarget' }, present);
    const back = request('head', { expectedRevision: revision });
    await application.send(id, { type: 'HandBackTarget', comment: '补充' }, back);
    expect(read).toEqual([]);
  });

  it('are read before anything is refused', async () => {
    const { store } = watched();
    const here = await givenCounty({ store });
    const { id, revision } = await here.application.draft(draft, request('clerk'));
    const there = await givenCounty({ store, isSetUp: true });
    await there.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    const again = request('clerk', { expectedRevision: revision });
    const late = here.application.send(id, { type: 'PresentTarget' }, again);
    await expect(late).rejects.toMatchObject({ name: 'RevisionConflict', expected: 0, actual: 1 });
  });

  it('remember what stands there when the same command was sent twice at once', async () => {
    const { store } = watched();
    const { application } = await givenCounty({ store });
    const { id } = await application.draft(draft, request('clerk'));
    const present = request('clerk', { expectedRevision: 0 });
    const twice = [present, present].map((one) => application.send(id, { type: 'PresentTarget' }, one));
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    await application.send(
      id,
      { type: 'HandBackTarget', comment: '补充' },
      request('head', { expectedRevision: 1 }),
    );
    expect(await application.targets.seal(id, 'clerk')).toMatchObject({ intact: true, events: 3 });
  });

  it('find a repeat that another process wrote, and its other body', async () => {
    const { store } = watched();
    const here = await givenCounty({ store });
    const { id } = await here.application.draft(draft, request('clerk'));
    const there = await givenCounty({ store, isSetUp: true });
    const present = request('clerk', { expectedRevision: 0 });
    const first = await there.application.send(id, { type: 'PresentTarget' }, present);
    expect(await here.application.send(id, { type: 'PresentTarget' }, present)).toEqual(first);
    const other = { ...present, commandHash: 'another' };
    await here.application.send(id, { type: 'HandBackTarget', comment: '补充' }, request('head'));
    const reused = here.application.send(id, { type: 'PresentTarget' }, other);
    await expect(reused).rejects.toMatchObject({ name: 'KeyReused' });
  });

  it('take in what another process has written meanwhile', async () => {
    const { store, read } = watched();
    const here = await givenCounty({ store });
    const { id } = await here.application.draft(draft, request('clerk'));
    const there = await givenCounty({ store, isSetUp: true });
    await there.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    read.length = 0;
    const result = await here.application.send(
      id,
      { type: 'HandBackTarget', comment: '补充' },
      request('head'),
    );
    expect([result.revision, read]).toEqual([2, [1]]);
  });

  it('are forgotten where the store turns out to hold less', async () => {
    const { store } = watched();
    const { application } = await givenCounty({ store });
    const { id } = await application.draft(draft, request('clerk'));
    await application.send(id, { type: 'PresentTarget' }, request('clerk'));
    const restored = createMemoryStore();
    for (const event of await store.readStream(`target-${id}`, { limit: 1 }))
      await restored.append(event.stream, 'none', [event]);
    store.loadStream = (stream) => restored.loadStream(stream);
    store.readStream = (...args) => restored.readStream(...args);
    store.append = (...args) => restored.append(...args);
    const result = await application.send(
      id,
      { type: 'CopyTarget', to: [{ user: 'section', name: '农' }], note: '' },
      request('clerk'),
    );
    expect(result.revision).toBe(1);
  });
});
