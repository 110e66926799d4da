import { EVENT_TERMS, type Actor, type Recorded } from '#domain';
import { upcasting, type Envelope, type StoredEvent, type StreamText } from '#event-store';

export type RecordedEnvelope = Envelope<Actor, object>;

/** Every event type this program knows, with the upcasters of its older shapes; none so far. */
export const shapes = upcasting(Object.fromEntries(Object.keys(EVENT_TERMS).map((type) => [type, []])));

/** The streams that the aggregates live in. */
export const streamOf = {
  target: (id: string): string => `target-${id}`,
  campaign: (id: string): string => `campaign-${id}`,
  directory: (part: string): string => `directory-${part}`,
};

/** An event as the aggregates fold it, in today's shape. @throws UnknownEvent for what another version wrote */
export function recordedOf<E extends { type: string }>(envelope: RecordedEnvelope): Recorded<E> {
  const data = shapes.upcast(envelope) as object;
  const { actor, time, revision, type } = envelope;
  return { event: { type, ...data } as unknown as E, actor, time, revision };
}

export const envelopesIn = ({ text }: Pick<StreamText, 'text'>): RecordedEnvelope[] =>
  JSON.parse(text) as RecordedEnvelope[];

export const envelopeOf = (stored: StoredEvent): RecordedEnvelope =>
  JSON.parse(stored.body) as RecordedEnvelope;

export function fold<S, E extends { type: string }>(
  evolve: (state: S, recorded: Recorded<E>) => S,
  initial: S,
  envelopes: Iterable<RecordedEnvelope>,
): S {
  let state = initial;
  for (const envelope of envelopes) state = evolve(state, recordedOf<E>(envelope));
  return state;
}
