import { createHash, randomUUID } from 'node:crypto';
import { CheckpointAhead, createMemoryStore, keepUp, type EventStore, type Position } from './index.ts';

const newEvents = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const body = JSON.stringify({ n });
    return { id: randomUUID(), type: 'Noted', body, seal: createHash('sha256').update(body).digest('hex') };
  });

/** Somebody who notes the feed together with how far it goes, as a transaction would. */
class Notes {
  readonly ids: string[] = [];
  readonly interruptions: unknown[] = [];
  reached: Position | null = null;
  failuresToCome = 0;
  private wake: () => void = () => undefined;

  follow(store: EventStore) {
    return keepUp({
      store,
      batchSize: 2,
      reached: () => Promise.resolve(this.reached),
      take: ({ events, from, to }) => {
        if (from !== this.reached) return Promise.resolve('moved');
        if (this.failuresToCome > 0) {
          this.failuresToCome -= 1;
          return Promise.reject(new Error('the database is away'));
        }
        this.ids.push(...events.map(({ id }) => id));
        this.reached = to;
        this.wake();
        return Promise.resolve('taken');
      },
      onInterrupted: (error) => {
        this.interruptions.push(error);
        this.wake();
      },
    });
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}

describe('keeping up with the feed', () => {
  let store: EventStore;
  let notes: Notes;
  beforeEach(() => {
    store = createMemoryStore();
    notes = new Notes();
  });
  const append = async (stream: string, count: number): Promise<string[]> => {
    const events = newEvents(count);
    await store.append(stream, 'none', events);
    return events.map(({ id }) => id);
  };

  it('takes what is there and what comes, each once and in order', async () => {
    const before = await append('a-1', 5);
    const following = notes.follow(store);
    await notes.until(() => notes.ids.length === 5);
    const after = await append('a-2', 1);
    await notes.until(() => notes.ids.length === 6);
    await following.stop();
    expect(notes.ids).toEqual([...before, ...after]);
    expect(notes.interruptions).toEqual([]);
  });

  it('says what stands in the way, and tries the same batch again', async () => {
    const ids = await append('a-1', 3);
    notes.failuresToCome = 2;
    const following = notes.follow(store);
    await notes.until(() => notes.ids.length === 3);
    await following.stop();
    expect(notes.ids).toEqual(ids);
    expect(notes.interruptions).toEqual(Array(2).fill(new Error('the database is away')));
  });

  it('is no interruption where another got ahead: both together take each event once', async () => {
    const ids = await append('a-1', 9);
    const both = [notes.follow(store), notes.follow(store)];
    const more = await append('a-2', 4);
    await notes.until(() => notes.ids.length === 13);
    await Promise.all(both.map((one) => one.stop()));
    expect(notes.ids).toEqual([...ids, ...more]);
    expect(notes.interruptions).toEqual([]);
  });

  it('takes nothing of a feed that ends before the place it has reached', async () => {
    await append('a-1', 3);
    await notes.follow(store).stop();
    const full = notes.follow(store);
    await notes.until(() => notes.ids.length === 3);
    await full.stop();
    const restored = createMemoryStore();
    const following = notes.follow(restored);
    await notes.until(() => notes.interruptions.length > 0);
    await following.stop();
    expect(notes.interruptions[0]).toBeInstanceOf(CheckpointAhead);
    expect(notes.ids).toHaveLength(3);
  });
});
