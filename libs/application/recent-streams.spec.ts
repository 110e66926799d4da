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
