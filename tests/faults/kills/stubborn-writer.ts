import { createHash, randomUUID } from 'node:crypto';
import { StoreUnavailable, type EventStore, type NewEvent } from '#event-store';

/** What a writer tells as it goes: `?` before an event is sent for the first time, `!` once it is acknowledged. */
export type Tell = (mark: '?' | '!', id: string) => void;

/**
 * Appends one event after the other to one stream until it is told to stop; goes on where the stream ends. While the
 * store is away the same append is sent again and again.
 */
export async function writeStubbornly(
  store: EventStore,
  stream: string,
  { tell, signal }: { tell: Tell; signal: AbortSignal },
): Promise<void> {
  let head: { revision: number } | undefined = await whileAway(
    async () => (await store.readStream(stream, { direction: 'backwards', limit: 1 }))[0],
  );
  while (!signal.aborted) {
    const event = newEvent();
    const expected = head?.revision ?? 'none';
    tell('?', event.id);
    const { revision } = await whileAway(() => store.append(stream, expected, [event]));
    tell('!', event.id);
    head = { revision };
  }
}

async function whileAway<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // Each try is patient for seconds before it says so; then it is asked again.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

function newEvent(): NewEvent {
  const body = JSON.stringify({ text: '按期完成河道保洁。'.repeat(50) });
  return { id: randomUUID(), type: 'Written', body, seal: createHash('sha256').update(body).digest('hex') };
}
