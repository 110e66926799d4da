import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hashOf, stamp, type Clock } from '#application';
import { type Actor } from '#domain';
import { sealEvents, WrongExpectedRevision, type EventStore, type StoredEvent } from '#event-store';

/** What an event of this library needs around it. */
export interface Recording {
  store: EventStore;
  clock: Clock;
  /** 区划 code. */
  jurisdiction: string;
  /** `+08:00` */
  timeOffset: string;
}

/** What reading and making of proofs and packages stands on. */
export interface AuditParts extends Recording {
  /** Of the database that the log is kept in. */
  pool: pg.Pool;
}

export interface Fact {
  type: string;
  actor: Actor;
  data: object;
  /** UUID; the same one twice is the same fact. Random where nobody repeats. */
  commandId?: string;
}

/** The event as it was appended, with the time that it was recorded at. */
export interface AppendedFact {
  revision: number;
  position: string;
  time: string;
}

/**
 * Seals a fact over the last event of its stream and appends it there: the same envelope as every other event.
 * @param last what the stream ends with, `null` for a new stream; the fact was decided on having seen it
 * @param dataOf the fact's data, given its time: a signature covers it
 * @throws WrongExpectedRevision where somebody else appended meanwhile, and the store's errors
 */
export async function appendFact(
  { store, clock, jurisdiction, timeOffset }: Recording,
  stream: string,
  last: Pick<StoredEvent, 'revision' | 'seal' | 'body'> | null,
  {
    type,
    actor,
    commandId = randomUUID(),
    ...fact
  }: Omit<Fact, 'data'> & { data: object | ((time: string) => object) },
): Promise<AppendedFact> {
  const now = stamp(clock.now(), timeOffset);
  const before = last === null ? now : (JSON.parse(last.body) as { time: string }).time;
  const time = Date.parse(before) > Date.parse(now) ? before : now;
  const data = typeof fact.data === 'function' ? (fact.data as (time: string) => object)(time) : fact.data;
  const statement = {
    id: randomUUID(),
    type,
    schemaVersion: 1,
    time,
    actor,
    jurisdiction,
    commandId,
    commandHash: hashOf(data),
    correlationId: commandId,
    data,
  };
  const appended = await store.append(
    stream,
    last?.revision ?? 'none',
    sealEvents(stream, last, [statement]),
  );
  return { ...appended, time };
}

/** Decides and appends anew while others are faster. @throws what `attempt` throws, after eight lost races */
export async function despiteRaces<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || count === ATTEMPTS) throw error;
    }
  }
}

const ATTEMPTS = 8;
