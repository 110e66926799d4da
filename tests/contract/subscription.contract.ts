import { CheckpointAhead, type EventStore } from '#event-store';
import { freshStream, markOf, newEvent, newEvents, watch, type StoreUnderTest } from './store-under-test.ts';

/** Catching up, live, checkpoints, filters, ends. */
export function subscriptionContract(store: () => EventStore, log: () => StoreUnderTest): void {
  const numbered = async (stream: string, from: number, to: number): Promise<void> => {
    for (let revision = from; revision < to; revision += 1) {
      await store().append(stream, revision === 0 ? 'none' : revision - 1, [newEvent()]);
    }
  };
  const upTo = (to: number): number[] => Array.from({ length: to }, (_, revision) => revision);

  it('gives first what is there, then what comes', async () => {
    const mark = await markOf(store());
    const stream = freshStream('live');
    const options = { ...mark, filter: { streamPrefixes: [stream] } };
    const live = watch(store(), options, ({ events }) => events.length === 20);
    await numbered(stream, 0, 10);
    const between = watch(store(), options, ({ events }) => events.length === 20);
    const caughtUp = watch(store(), options, ({ events }) => events.length === 10);
    await caughtUp.enough;
    await numbered(stream, 10, 20);
    const late = watch(store(), options, ({ events }) => events.length === 20);
    const stored = await store().readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual(upTo(20));
    for (const { enough, subscription } of [live, between, late]) {
      expect((await enough).events).toEqual(stored);
      await subscription.stop();
    }
    await caughtUp.subscription.stop();
  });

  it('goes on after a checkpoint, in any number of steps, with nothing missed or doubled', async () => {
    const mark = await markOf(store());
    const stream = freshStream('resume');
    await store().append(stream, 'none', newEvents(100));
    const revisions: number[] = [];
    let from = mark;
    while (revisions.length < 100) {
      const { enough, subscription, seen } = watch(
        store(),
        { ...from, filter: { streamPrefixes: [stream] }, batchSize: 7 },
        ({ events }) => events.length >= 20 || revisions.length + events.length >= 100,
      );
      await enough;
      await subscription.stop();
      revisions.push(...seen.events.map(({ revision }) => revision));
      from = { from: seen.checkpoint! };
    }
    expect(revisions).toEqual(upTo(100));
  });

  it('hands over one batch at a time, none larger than asked for', async () => {
    const mark = await markOf(store());
    const stream = freshStream('batches');
    await store().append(stream, 'none', newEvents(40));
    let busy = 0;
    let seen = 0;
    const sizes: number[] = [];
    await new Promise<void>((resolve, reject) => {
      const subscription = store().subscribe(
        { ...mark, filter: { streamPrefixes: [stream] }, batchSize: 8 },
        async (events) => {
          busy += 1;
          sizes.push(busy === 1 ? events.length : Number.NaN);
          await store().head();
          busy -= 1;
          seen += events.length;
          if (seen === 40) resolve();
        },
      );
      subscription.ended.catch(reject);
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8);
  });

  it('filters by prefix and type, and its checkpoint moves over what it passes by', async () => {
    const mark = await markOf(store());
    const stream = freshStream('filtered');
    const filter = { streamPrefixes: [stream], types: ['Wanted'] };
    await store().append(stream, 'none', [newEvent('Wanted'), newEvent('Other'), newEvent('Wanted')]);
    const passed = await store().append(freshStream('elsewhere'), 'none', newEvents(1, 'Wanted'));
    await store().append(freshStream('elsewhere'), 'none', newEvents(300, 'Wanted'));
    const { enough, subscription } = watch(
      store(),
      { ...mark, filter },
      ({ checkpoint }) => checkpoint !== null && store().compare(checkpoint, passed.position) >= 0,
    );
    const { events } = await enough;
    await subscription.stop();
    expect(events.map(({ revision, type }) => [revision, type])).toEqual([
      [0, 'Wanted'],
      [2, 'Wanted'],
    ]);
  });

  it('ends with the failure of its handler and goes no further', async () => {
    const mark = await markOf(store());
    const stream = freshStream('poison');
    await store().append(stream, 'none', newEvents(20));
    const seen: number[] = [];
    const options = { ...mark, filter: { streamPrefixes: [stream] }, batchSize: 1 };
    const subscription = store().subscribe(options, (events) => {
      seen.push(...events.map(({ revision }) => revision));
      return seen.includes(3) ? Promise.reject(new Error('poisonous')) : Promise.resolve();
    });
    await expect(subscription.ended).rejects.toThrow('poisonous');
    expect(seen).toEqual([0, 1, 2, 3]);
    await expect(subscription.stop()).resolves.toBeUndefined();
  });

  it('ends by stop, after the batch at hand', async () => {
    const mark = await markOf(store());
    const stream = freshStream('stopped');
    await numbered(stream, 0, 3);
    const filter = { streamPrefixes: [stream] };
    const stopped = watch(store(), { ...mark, filter }, ({ events }) => events.length === 3);
    await stopped.enough;
    await stopped.subscription.stop();
    await expect(stopped.subscription.ended).resolves.toBeUndefined();
    const other = watch(store(), { ...mark, filter }, ({ events }) => events.length === 6);
    await numbered(stream, 3, 6);
    await other.enough;
    await other.subscription.stop();
    expect(stopped.seen.events).toHaveLength(3);
  });

  it('refuses a checkpoint that the log has not reached', async () => {
    await store().append(freshStream('ahead'), 'none', newEvents(1));
    const subscription = store().subscribe({ from: log().farAhead }, () => Promise.resolve());
    await expect(subscription.ended).rejects.toBeInstanceOf(CheckpointAhead);
  });
}
