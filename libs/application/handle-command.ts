import { type Actor, type Recorded } from '#domain';
import {
  sealEvents,
  WrongExpectedRevision,
  type EventStore,
  type Statement,
  type StreamText,
} from '#event-store';
import { later, stamp } from './clock.ts';
import { derivedId } from './command-id.ts';
import { envelopesIn, fold, shapes, type RecordedEnvelope } from './history.ts';
import { type Clock } from './ports.ts';
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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(recorder, aggregate, request);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function once<S, E extends { type: string }>(
  recorder: Recorder,
  aggregate: Aggregate<S, E>,
  request: CommandRequest,
): Promise<CommandResult> {
  const { id, stream } = aggregate;
  const loaded = await recorder.store.loadStream(stream);
  const envelopes = envelopesIn(loaded);
  const state = fold<S, E>(aggregate.evolve, aggregate.initial, envelopes);
  aggregate.admit(state);
  const repeated = envelopes.findLast(({ commandId }) => commandId === request.commandId);
  if (repeated) return answerAgain(recorder, repeated, { id, hash: request.commandHash });
  refuseStale(request, loaded.head?.revision ?? -1);
  return append(recorder, aggregate, request, { state, head: loaded.head, last: envelopes.at(-1)?.time });
}

function refuseStale({ expectedRevision }: CommandRequest, actual: number): void {
  if (expectedRevision !== undefined && expectedRevision !== actual)
    throw new RevisionConflict(expectedRevision, actual);
}

async function append<S, E extends { type: string }>(
  recorder: Recorder,
  { id, stream, decide }: Aggregate<S, E>,
  request: CommandRequest,
  { state, head, last }: { state: S; head: StreamText['head']; last: string | undefined },
): Promise<CommandResult> {
  const { store, clock, jurisdiction } = recorder;
  const time = later(stamp(clock.now(), jurisdiction.timeOffset), last);
  const decided = await decide(state, time);
  if (decided.events.length === 0)
    return { id, revision: head?.revision ?? -1, position: head?.position ?? null };
  const statements = decided.events.map((event, index) =>
    stated({ event, index, time }, decided, request, recorder),
  );
  const appended = await store.append(stream, head?.revision ?? 'none', sealEvents(stream, head, statements));
  return { id, ...appended };
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
  { stream, revision, commandHash }: RecordedEnvelope,
  { id, hash }: { id: string; hash: string },
): Promise<CommandResult> {
  if (commandHash !== hash) throw new KeyReused();
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  return { id, revision, position: event?.position ?? null };
}
