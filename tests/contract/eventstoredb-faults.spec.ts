import { createEventStoreDbStore, StoreUnavailable, type EventStore } from '#event-store';
import { startEventStoreDbDouble, type EventStoreDbDouble } from '../support/eventstoredb-double/index.ts';
import { freshStream, newEvent, newEvents, watch } from './store-under-test.ts';

describe('EventStoreDB store when things go wrong', () => {
  let double: EventStoreDbDouble;
  let store: EventStore;
  beforeEach(async () => {
    double = await startEventStoreDbDouble();
    store = await createEventStoreDbStore(double.url, { boundMs: 2_000, patienceMs: 20_000 });
  });
  afterEach(async () => {
    double.faults.thaw();
    await store.close();
    await double.stop();
  });

  it.each(['before', 'after'] as const)(
    'appends once when the connection breaks %s the write, and says so',
    async (drop) => {
      const stream = freshStream('dropped');
      await store.append(stream, 'none', newEvents(2));
      double.faults.dropNextAppend = drop;
      await expect(store.append(stream, 1, newEvents(2))).resolves.toMatchObject({ revision: 3 });
      expect(await store.readStream(stream)).toHaveLength(4);
      expect(double.faults.calls).toHaveLength(3);
    },
  );

  it('appends once when a frozen server had taken it and wakes up later', async () => {
    const stream = freshStream('frozen');
    await store.append(stream, 'none', [newEvent()]);
    double.faults.freeze();
    const appended = store.append(stream, 0, [newEvent()]);
    const impatient = await createEventStoreDbStore(double.url, { boundMs: 100, patienceMs: 300 });
    const event = newEvent();
    const refused = impatient.append(stream, 1, [event]);
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toMatchObject({ outcome: 'unknown' });
    double.faults.thaw();
    await expect(appended).resolves.toMatchObject({ revision: 1 });
    await expect(store.append(stream, 1, [event])).resolves.toMatchObject({ revision: 2 });
    expect(await store.readStream(stream)).toHaveLength(3);
    await impatient.close();
  });

  it('appends and reads again when the server is back', async () => {
    const stream = freshStream('revived');
    await store.append(stream, 'none', [newEvent()]);
    double.kill();
    const appended = store.append(stream, 0, [newEvent()]);
    const read = store.readStream(stream, { limit: 1 });
    await double.revive();
    await expect(appended).resolves.toMatchObject({ revision: 1 });
    await expect(read).resolves.toHaveLength(1);
  });

  it('gives up in time when the server stays away', async () => {
    double.kill();
    const impatient = await createEventStoreDbStore(double.url, { boundMs: 100, patienceMs: 200 });
    await expect(impatient.append(freshStream('gone'), 'none', [newEvent()])).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    await expect(impatient.head()).rejects.toMatchObject({ outcome: 'not-done' });
    await impatient.close();
  });

  it('closes in time though the server is frozen under an open subscription', async () => {
    const { enough, subscription } = watch(store, {}, ({ events }) => events.length === 1);
    await store.append(freshStream('closing'), 'none', [newEvent()]);
    await enough;
    double.faults.freeze();
    await expect(store.close()).resolves.toBeUndefined();
    await expect(subscription.ended).resolves.toBeUndefined();
  });

  it('goes on where it was when its subscription breaks, though the server sends again what it had sent', async () => {
    const stream = freshStream('resumed');
    double.faults.resentOnSubscribe = 5;
    const part = watch(store, { batchSize: 3 }, ({ events }) => events.length >= 30);
    for (let round = 0; round < 3; round += 1) {
      await store.append(stream, round === 0 ? 'none' : round * 10 - 1, newEvents(10));
      double.faults.dropSubscriptions();
    }
    const { events } = await part.enough;
    await part.subscription.stop();
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('misses nothing across a server that dies and comes back', async () => {
    const stream = freshStream('died');
    const all = watch(store, {}, ({ events }) => events.length >= 20);
    await store.append(stream, 'none', newEvents(10));
    double.kill();
    await double.revive();
    await store.append(stream, 9, newEvents(10));
    const { events } = await all.enough;
    await all.subscription.stop();
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});
