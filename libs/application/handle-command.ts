import { type Actor, type Recorded } from '#domain';
import {
  sealEvents,
  StoreUnavailable,
  WrongExpectedRevision,
  type EventStore,
  type Statement,
} from '#event-store';
import { later, stamp } from './clock.ts';
import { derivedId } from './command-id.ts';
import { shapes, type RecordedEnvelope } from './history.ts';
import { type Clock } from './ports.ts';
import { grown, type LoadedStream, type RecentStreams } from './recent-streams.ts';
import { KeyReused, RevisionConflict, type CommandRequest, type CommandResult } from './request.ts';

export interface Jurisdiction {
  /** 区划 code. */
  code: string;
  name: string;
  /** `+08:00` */
  timeOffset: string;
}

export interface Recorder {
  store: EventStore;
  clock: Clock;
  jurisdiction: Jurisdiction;
  recent: RecentStreams;
}

/** What a decision came to, and on what it rested. */
export interface Decided<E> {
  events: readonly E[];
  actor: Actor;
  directoryRevision?: number;
  campaignRevision?: number;
}

export interface Aggregate<S, E extends { type: string }> {
  id: string;
  stream: string;
  initial: S;
  evolve: (state: S, recorded: Recorded<E>) => S;
  /** Before anything about the stream is told. @throws NotFound, AccessDenied */
  admit: (state: S) => void;
  /** @throws Refusal; may be asked again when another writer was faster */
  decide: (state: S, time: string) => Promise<Decided<E>> | Decided<E>;
}

/** Lost races in a row before giving up; each means that somebody else got on. */
const ATTEMPTS = 8;

/**
 * The one way anything changes: load, admit, decide, seal, append with the revision that was decided on. A repeat is
 * found by its command id and answers what the first one did; a lost race decides again only where nobody had said
 * which revision they saw.
 * @throws Refusal, NotFound, AccessDenied, KeyReused, RevisionConflict and the store's errors
 */
export async function handleCommand<S, E extends { type: string }>(
  recorder: Recorder,
  aggregate: Aggregate<S, E>,
  request: CommandRequest,
): Promise<CommandResult> {
  const done = await fromMemory(recorder, aggregate, request);
  if (done) return done;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await once(recorder, aggregate, request);
      if (result) return result;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      if (attempt === ATTEMPTS) throw error;
    }
    recorder.recent.forget(aggregate.stream);
  }
}

/**
 * Decides on what is remembered, without reading, where that is the revision the person saw. The append holds only if
 * it still is; whatever else comes of it (a refusal, a repeat, nothing to write) is left to what the store has.
 */
async function fromMemory<S, E extends { type: string }>(
  recorder: Recorder,
  aggregate: Aggregate<S, E>,
  request: CommandRequest,
): Promise<CommandResult | null> {
  const known = recorder.recent.known<S>(aggregate.stream);
  if (!known?.head || known.head.revision !== request.expectedRevision) return null;
  if (known.commands.has(request.commandId)) return null;
  try {
    aggregate.admit(known.state);
    const appended = await append(recorder, aggregate, request, known);
    return appended === 'nothing' ? null : appended;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return null;
  }
}

async function once<S, E extends { type: string }>(
  recorder: Recorder,
  aggregate: Aggregate<S, E>,
  request: CommandRequest,
): Promise<CommandResult | null> {
  const loaded = await recorder.recent.load(aggregate);
  const { head } = loaded;
  aggregate.admit(loaded.state);
  const repeated = loaded.commands.get(request.commandId);
  if (repeated) return answerAgain(recorder, aggregate, { ...repeated, request });
  refuseStale(request, head?.revision ?? -1);
  const appended = await append(recorder, aggregate, request, loaded);
  return appended === 'nothing'
    ? { id: aggregate.id, revision: head?.revision ?? -1, position: head?.position ?? null }
    : appended;
}

function refuseStale({ expectedRevision }: CommandRequest, actual: number): void {
  if (expectedRevision !== undefined && expectedRevision !== actual)
    throw new RevisionConflict(expectedRevision, actual);
}

/** `null` where the events turn out to be there already, and the stream longer than was known. */
async function append<S, E extends { type: string }>(
  recorder: Recorder,
  aggregate: Aggregate<S, E>,
  request: CommandRequest,
  loaded: LoadedStream<S>,
): Promise<CommandResult | 'nothing' | null> {
  const { store, clock, jurisdiction, recent } = recorder;
  const { id, stream } = aggregate;
  const { head } = loaded;
  const time = later(stamp(clock.now(), jurisdiction.timeOffset), loaded.time);
  const decided = await aggregate.decide(loaded.state, time);
  if (decided.events.length === 0) return 'nothing';
  const statements = decided.events.map((event, index) =>
    stated({ event, index, time }, decided, request, recorder),
  );
  const sealed = sealEvents(stream, head, statements);
  const { revision, position, isRepeat } = await store.append(stream, head?.revision ?? 'none', sealed);
  if (isRepeat) return null;
  // A store that cannot tell may have found other bytes there: what stands is then read by the next command.
  if (isRepeat === false) {
    const envelopes = sealed.map(({ body }) => JSON.parse(body) as RecordedEnvelope);
    const last = { revision, position, seal: sealed.at(-1)?.seal ?? '' };
    recent.remember(stream, grown(loaded, envelopes, last, aggregate));
  }
  return { id, revision, position };
}
function stated<E extends { type: string }>(
  { event, index, time }: { event: E; index: number; time: string },
  { actor, directoryRevision, campaignRevision }: Decided<E>,
  { commandId, commandHash, correlationId }: CommandRequest,
  { jurisdiction }: Recorder,
): Statement<Actor> {
  const { type, ...data } = event;
  return {
    id: derivedId(commandId, `event ${String(index)}`),
    type,
    schemaVersion: shapes.currentVersion(type),
    time,
    actor,
    jurisdiction: jurisdiction.code,
    commandId,
    commandHash,
    correlationId,
    ...(directoryRevision !== undefined && { directoryRevision }),
    ...(campaignRevision !== undefined && { campaignRevision }),
    data,
  };
}

async function answerAgain(
  { store }: Recorder,
  { id, stream }: { id: string; stream: string },
  { hash, revision, request }: { hash: string; revision: number; request: CommandRequest },
): Promise<CommandResult> {
  if (hash !== request.commandHash) throw new KeyReused();
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  return { id, revision, position: event?.position ?? null };
}
