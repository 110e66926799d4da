import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tally, type Seen, type Tally } from '../tally.ts';
import { WRITERS, type Candidate } from './candidate.ts';

const LAST_STREAM = 'last-of-all';
const LAST_WITHIN_MS = 60_000;

/** 16 writers at once, each with a stream of its own, and a live subscriber beside them. */
export async function watchCandidate(candidate: Candidate, eventsAWriter: number): Promise<Tally> {
  const acknowledged: string[] = [];
  const seen: Seen[] = [];
  const last = lastEvent();
  const subscription = await candidate.subscribe((event) => {
    seen.push(event);
    if (event.stream === LAST_STREAM) last.arrive();
  });
  const disturbance = candidate.disturb?.();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let revision = 0; revision < eventsAWriter; revision += 1) {
        const event = { id: randomUUID(), stream: `written-${writer}`, revision };
        await candidate.append(writer, event);
        acknowledged.push(event.id);
      }
    }),
  );
  acknowledged.push(...((await disturbance?.stop()) ?? []));
  // Written when nothing else is under way any more, so that no reader can pass over it: what is missing then is lost.
  await candidate.append(0, { id: last.id, stream: LAST_STREAM, revision: 0 });
  acknowledged.push(last.id);
  await last.arrived();
  await subscription.stop();
  return tally(acknowledged, seen);
}

interface LastEvent {
  id: string;
  arrive: () => void;
  /** @throws when it does not arrive in time, counted from the call */
  arrived: () => Promise<void>;
}

function lastEvent(): LastEvent {
  let arrive = (): void => undefined;
  const handed = new Promise<void>((resolve) => (arrive = resolve));
  return {
    id: randomUUID(),
    arrive: () => arrive(),
    arrived: async () => {
      const late = AbortSignal.timeout(LAST_WITHIN_MS);
      await Promise.race([handed, once(late, 'abort')]);
      if (late.aborted) throw new Error('The subscriber did not reach the last event within a minute.');
    },
  };
}
