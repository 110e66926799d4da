import { InvalidPosition, type EventStore, type Filter, type Position, type StoredEvent } from '#event-store';
import { freshStream, markOf, newEvent, newEvents } from './store-under-test.ts';

/** Reading a stream, a whole stream for folding, and the feed of all. */
export function readContract(store: () => EventStore): void {
  const revisions = (events: readonly StoredEvent[]): number[] => events.map(({ revision }) => revision);

  describe('stream', () => {
    it('is empty where there is none', async () => {
      const stream = freshStream('missing');
      expect(await store().readStream(stream)).toEqual([]);
      expect(await store().readStream(stream, { direction: 'backwards', limit: 1 })).toEqual([]);
      expect(await store().loadStream(stream)).toEqual({ text: '[]', head: null });
    });

    it('reads forwards and backwards, from a revision, with a limit', async () => {
      const stream = freshStream('directions');
      await store().append(stream, 'none', newEvents(6));
      const read = async (options: Parameters<EventStore['readStream']>[1]): Promise<number[]> =>
        revisions(await store().readStream(stream, options));
      expect(await read({})).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await read({ from: 4 })).toEqual([4, 5]);
      expect(await read({ from: 1, limit: 2 })).toEqual([1, 2]);
      expect(await read({ from: 9 })).toEqual([]);
      expect(await read({ direction: 'backwards' })).toEqual([5, 4, 3, 2, 1, 0]);
      expect(await read({ direction: 'backwards', limit: 1 })).toEqual([5]);
      expect(await read({ direction: 'backwards', from: 2, limit: 2 })).toEqual([2, 1]);
    });

    it('loads all bodies as one JSON text with the last event as head', async () => {
      const stream = freshStream('load');
      const events = newEvents(150);
      await store().append(stream, 'none', events);
      const { text, head } = await store().loadStream(stream);
      expect(text).toBe(`[${events.map(({ body }) => body).join(',')}]`);
      const [last] = await store().readStream(stream, { direction: 'backwards', limit: 1 });
      const { revision, id, seal, position } = last!;
      expect(head).toEqual({ revision, id, seal, position });
      expect(revision).toBe(149);
    });
  });

  describe('feed', () => {
    /** Four streams of two names, interleaved: 24 events of two types. */
    async function interleaved(): Promise<{ mark: { from?: Position }; names: [string, string] }> {
      const mark = await markOf(store());
      const names: [string, string] = [freshStream('target_a'), freshStream('targetXa')];
      for (let round = 0; round < 3; round += 1) {
        for (const stream of names.flatMap((name) => [`${name}-1`, `${name}-2`])) {
          const expected = round === 0 ? 'none' : round * 2 - 1;
          await store().append(stream, expected, [newEvent('Drafted'), newEvent('Submitted')]);
        }
      }
      return { mark, names };
    }

    const filtered = async (from: { from?: Position }, filter: Filter): Promise<StoredEvent[]> =>
      (await store().readAll({ ...from, filter })).events;

    it('keeps the order in which the appends were acknowledged', async () => {
      const { mark, names } = await interleaved();
      const events = await filtered(mark, { streamPrefixes: names });
      expect(events).toHaveLength(24);
      expect(events.slice(0, 8).map(({ stream }) => stream)).toEqual(
        names.flatMap((name) => [`${name}-1`, `${name}-1`, `${name}-2`, `${name}-2`]),
      );
      const positions = events.map(({ position }) => position);
      expect([...positions].reverse().sort((a, b) => store().compare(a, b))).toEqual(positions);
      expect(new Set(positions).size).toBe(24);
    });

    it('filters by stream prefix, by type, and by both', async () => {
      const { mark, names } = await interleaved();
      const [first] = names;
      expect(await filtered(mark, { streamPrefixes: [first] })).toHaveLength(12);
      expect(await filtered(mark, { streamPrefixes: [`${first}-2`] })).toHaveLength(6);
      const both = await filtered(mark, { streamPrefixes: names, types: ['Submitted', 'Melted'] });
      expect(both.map(({ type }) => type)).toEqual(Array.from({ length: 12 }, () => 'Submitted'));
      expect(await filtered(mark, { streamPrefixes: [] })).toEqual([]);
      expect(await filtered(mark, { streamPrefixes: names, types: [] })).toEqual([]);
      const byType = await filtered(mark, { types: ['Drafted'] });
      expect(byType.filter(({ stream }) => stream.startsWith(first))).toHaveLength(6);
    });

    it.each(['forwards', 'backwards'] as const)('pages %s and sees every event once', async (direction) => {
      const { mark, names } = await interleaved();
      const filter = { streamPrefixes: names };
      const seen: StoredEvent[] = [];
      let from: Position | null | undefined = direction === 'forwards' ? mark.from : undefined;
      do {
        const place: { from?: Position } = from === undefined ? {} : { from };
        const page = await store().readAll({ ...place, direction, limit: 7, filter });
        expect(page.events.length).toBeLessThanOrEqual(7);
        seen.push(...page.events);
        from = page.next;
      } while (from !== null && seen.length < 24);
      const whole = await filtered(mark, filter);
      expect(seen).toEqual(direction === 'forwards' ? whole : whole.reverse());
    });

    it('reads on exclusively after, and back exclusively before, a position', async () => {
      const { mark, names } = await interleaved();
      const filter = { streamPrefixes: names };
      const whole = await filtered(mark, filter);
      const from = whole[9]!.position;
      expect(await filtered({ from }, filter)).toEqual(whole.slice(10));
      const { events } = await store().readAll({ from, direction: 'backwards', limit: 9, filter });
      expect(events).toEqual(whole.slice(0, 9).reverse());
    });

    it('ends where the last append was acknowledged', async () => {
      const { position } = await store().append(freshStream('head'), 'none', newEvents(2));
      const head = await store().head();
      expect(head).not.toBeNull();
      expect(store().compare(head!, position)).toBeGreaterThanOrEqual(0);
      expect(store().compare(position, position)).toBe(0);
    });

    it('knows its own positions only', () => {
      expect(() => store().compare('yesterday', 'today')).toThrow(InvalidPosition);
    });
  });
}
