import {
  InvalidAppend,
  WrongExpectedRevision,
  type Appended,
  type EventStore,
  type NewEvent,
} from '#event-store';
import { freshStream, newEvent, newEvents } from './store-under-test.ts';

const placeOf = ({ revision, position }: Appended) => ({ revision, position });

/** Expectations, conflicts, all or nothing, repeats. */
export function appendContract(store: () => EventStore): void {
  const idsOf = async (stream: string): Promise<string[]> =>
    (await store().readStream(stream)).map(({ id }) => id);
  const conflict = (stream: string, expected: number | 'none', actual: number | 'none') =>
    expect.objectContaining({ name: 'WrongExpectedRevision', stream, expected, actual }) as unknown;

  describe('expected revision', () => {
    it('takes "none" for a new stream only, and states stream, expected and actual', async () => {
      const stream = freshStream('none');
      await expect(store().append(stream, 'none', [newEvent()])).resolves.toMatchObject({ revision: 0 });
      const second = store().append(stream, 'none', [newEvent()]);
      await expect(second).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(second).rejects.toEqual(conflict(stream, 'none', 0));
    });

    it('takes the exact revision only', async () => {
      const stream = freshStream('exact');
      await store().append(stream, 'none', newEvents(3));
      await expect(store().append(stream, 1, newEvents(2))).rejects.toEqual(conflict(stream, 1, 2));
      await expect(store().append(stream, 7, newEvents(2))).rejects.toEqual(conflict(stream, 7, 2));
      await expect(store().append(stream, 2, newEvents(2))).resolves.toMatchObject({ revision: 4 });
    });

    it('refuses an exact revision of a stream that does not exist', async () => {
      const stream = freshStream('missing');
      await expect(store().append(stream, 0, [newEvent()])).rejects.toEqual(conflict(stream, 0, 'none'));
      expect(await store().readStream(stream)).toEqual([]);
    });

    it('takes "any" for a new and an old stream', async () => {
      const stream = freshStream('any');
      await expect(store().append(stream, 'any', [newEvent()])).resolves.toMatchObject({ revision: 0 });
      await expect(store().append(stream, 'any', newEvents(2))).resolves.toMatchObject({ revision: 2 });
    });

    it('lets one of twenty racers win', async () => {
      const stream = freshStream('race');
      await store().append(stream, 'none', [newEvent()]);
      const racers = Array.from({ length: 20 }, () => store().append(stream, 0, [newEvent()]));
      const results = await Promise.allSettled(racers);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toEqual(conflict(stream, 0, 1));
      }
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('refuses the one that is wrong among many that are right', async () => {
      const streams = Array.from({ length: 30 }, () => freshStream('crowd'));
      await store().append(streams[7]!, 'none', [newEvent()]);
      const results = await Promise.allSettled(
        streams.map((stream) => store().append(stream, 'none', newEvents(2))),
      );
      const refused = results.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
      expect(refused).toEqual([7]);
      expect(await store().readStream(streams[7]!)).toHaveLength(1);
      expect(await store().readStream(streams[8]!)).toHaveLength(2);
    });
  });

  describe('all or nothing', () => {
    it('stores all events of an append, in order and to the last byte', async () => {
      const stream = freshStream('bytes');
      const texts = [
        '"引号" \\ 反斜杠',
        '换\n行\t\u0001',
        '𠮷野家 😀',
        "'; drop table x; --",
        '{"a":[1,2]}',
        ' ',
      ];
      const events = texts.map((text) => newEvent('Written', { text }));
      const { position } = await store().append(stream, 'none', events);
      const stored = await store().readStream(stream);
      expect(stored).toEqual(
        events.map((event, revision) => ({
          ...event,
          stream,
          revision,
          position: expect.any(String) as string,
        })),
      );
      expect(stored.at(-1)?.position).toBe(position);
    });

    it('stores none of them when the revision is wrong', async () => {
      const stream = freshStream('nothing');
      const first = newEvent();
      await store().append(stream, 'none', [first]);
      await expect(store().append(stream, 'none', newEvents(3))).rejects.toBeInstanceOf(
        WrongExpectedRevision,
      );
      expect(await idsOf(stream)).toEqual([first.id]);
    });

    it.each<[string, () => NewEvent[]]>([
      ['no event', () => []],
      ['an id that is no UUID', () => [newEvent(), { ...newEvent(), id: 'event-1' }]],
      ['more than 1,000,000 bytes', () => [newEvent('Large', 'x'.repeat(1_000_001))]],
    ])('refuses %s', async (_, events) => {
      const stream = freshStream('invalid');
      await expect(store().append(stream, 'none', events())).rejects.toBeInstanceOf(InvalidAppend);
      expect(await store().readStream(stream)).toEqual([]);
    });

    it('takes what is just under 1,000,000 bytes', async () => {
      const stream = freshStream('large');
      const event = newEvent('Large', '目'.repeat(333_000));
      await store().append(stream, 'none', [event]);
      expect((await store().readStream(stream))[0]?.body).toBe(event.body);
    });
  });

  describe('repeat', () => {
    it('answers the first result to the same ids with the same expectation', async () => {
      const stream = freshStream('repeat');
      const [created, changed] = [newEvents(2), newEvents(3)];
      const first = await store().append(stream, 'none', created);
      const second = await store().append(stream, 1, changed);
      await store().append(stream, 4, [newEvent()]);
      expect(placeOf(await store().append(stream, 'none', created))).toEqual(placeOf(first));
      expect(placeOf(await store().append(stream, 1, changed))).toEqual(placeOf(second));
      expect(await store().readStream(stream)).toHaveLength(6);
    });

    it('answers the first result to the same ids with "any"', async () => {
      const stream = freshStream('repeat-any');
      const events = newEvents(2);
      const first = await store().append(stream, 'any', events);
      expect(placeOf(await store().append(stream, 'any', events))).toEqual(placeOf(first));
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('is never taken for new, nor what is new for a repeat', async () => {
      const stream = freshStream('repeat-told');
      const events = newEvents(2);
      const first = await store().append(stream, 'none', events);
      const again = await store().append(stream, 'none', events);
      expect([first.isRepeat ?? false, again.isRepeat ?? true]).toEqual([false, true]);
    });

    it('acts once however often it is sent at the same time', async () => {
      const stream = freshStream('repeat-race');
      const events = newEvents(2);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => store().append(stream, 'none', events)),
      );
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('is a conflict when the events are not the same', async () => {
      const stream = freshStream('not-repeat');
      const [x, y, z] = newEvents(3) as [NewEvent, NewEvent, NewEvent];
      await store().append(stream, 'none', [x, y]);
      await expect(store().append(stream, 'none', [x, z])).rejects.toEqual(conflict(stream, 'none', 1));
      await expect(store().append(stream, 'none', [x, y, z])).rejects.toEqual(conflict(stream, 'none', 1));
    });

    it('is a new append when the expectation is another', async () => {
      const stream = freshStream('again');
      const event = newEvent();
      await store().append(stream, 'none', [event]);
      await expect(store().append(stream, 0, [event])).resolves.toMatchObject({ revision: 1 });
    });
  });
}
