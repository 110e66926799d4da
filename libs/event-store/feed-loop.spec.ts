import { FeedLoop, type Batch, type Feed } from './feed-loop.ts';

const batch = (checkpoint: string): Batch => ({ events: [], checkpoint });

/** A feed that gives what the spec put there, and notes where it was asked from. */
function feedOf(results: (Batch | null | Error)[]): Feed & { asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  return {
    asked,
    next: (after) => {
      asked.push(after);
      const result = results.shift() ?? null;
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    },
    isPassing: (error) => error instanceof Error && error.message === 'passing',
  };
}

describe('FeedLoop', () => {
  it('reads on from every checkpoint until nothing is left, and again when it is woken', async () => {
    const results: (Batch | null)[] = [batch('1'), batch('2')];
    const feed = feedOf(results);
    const seen: string[] = [];
    let caughtUp = (): void => undefined;
    const loop = new FeedLoop(
      feed,
      (_, checkpoint) => {
        seen.push(checkpoint);
        if (seen.length === 3) caughtUp();
        return Promise.resolve();
      },
      null,
    );
    const third = new Promise<void>((resolve) => (caughtUp = resolve));
    results.push(batch('3'));
    loop.wake();
    await third;
    await loop.stop();
    expect(seen).toEqual(['1', '2', '3']);
    expect(feed.asked.slice(0, 3)).toEqual([null, '1', '2']);
    expect(loop.position).toBe('3');
  });

  it('asks no more after the last batch, until it is woken', async () => {
    const results: (Batch | null)[] = [batch('1'), { ...batch('2'), isLast: true }];
    const feed = feedOf(results);
    const handled = new Map<string, () => void>();
    const reached = (checkpoint: string) => new Promise<void>((resolve) => handled.set(checkpoint, resolve));
    const [second, third] = [reached('2'), reached('3')];
    const loop = new FeedLoop(feed, (_, checkpoint) => Promise.resolve(handled.get(checkpoint)?.()), null, 5);
    await second;
    results.push({ ...batch('3'), isLast: true });
    loop.wake();
    await third;
    await loop.stop();
    expect(feed.asked).toEqual([null, '1', '2']);
  });

  it('does not sleep through a call that comes while it reads', async () => {
    const results: (Batch | null)[] = [];
    let wakeInside = true;
    const handled = new Promise<void>((resolve) => {
      const loop: FeedLoop = new FeedLoop(
        {
          next: async () => {
            await Promise.resolve();
            if (wakeInside) {
              wakeInside = false;
              loop.wake();
              results.push(batch('1'));
              return null;
            }
            return results.shift() ?? null;
          },
          isPassing: () => false,
        },
        () => {
          resolve();
          return Promise.resolve();
        },
        null,
      );
    });
    await expect(handled).resolves.toBeUndefined();
  });

  it('tries again after a passing failure and ends with any other', async () => {
    const feed = feedOf([new Error('passing'), batch('1'), new Error('for good')]);
    const seen: string[] = [];
    const loop = new FeedLoop(feed, (_, checkpoint) => Promise.resolve(void seen.push(checkpoint)), null);
    await expect(loop.ended).rejects.toThrow('for good');
    expect(seen).toEqual(['1']);
    expect(feed.asked).toEqual([null, null, '1']);
  });

  it('can be stopped while it waits to try again', async () => {
    const loop = new FeedLoop(feedOf([new Error('passing')]), () => Promise.resolve(), '7');
    await loop.stop();
    await expect(loop.ended).resolves.toBeUndefined();
    expect(loop.position).toBe('7');
  });
});
