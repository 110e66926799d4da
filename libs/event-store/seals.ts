import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.ts';
import type { NewEvent, StoredEvent } from './port.ts';

/** What the writer states of an event; where it stands in its stream is added by `sealEvents`. */
export interface Statement<Actor = unknown, Data = unknown> {
  /** UUID. */
  id: string;
  type: string;
  /** Shape of `data`; see upcasting. */
  schemaVersion: number;
  /** When the server recorded it: ISO 8601 with offset, never earlier than the event before it. */
  time: string;
  actor: Actor;
  /** 区划 code. */
  jurisdiction: string;
  commandId: string;
  /** Hash of the command's body: the same id with another body is another command. */
  commandHash: string;
  correlationId: string;
  causationId?: string;
  /** Revisions of directory and campaign that the decision was taken against. */
  directoryRevision?: number;
  campaignRevision?: number;
  data: Data;
}

/** An event as it is stored and sealed; `previous` is the seal of the event before it in the stream. */
export interface Envelope<Actor = unknown, Data = unknown> extends Statement<Actor, Data> {
  v: 1;
  stream: string;
  revision: number;
  previous: string | null;
}

/** Why an event is not as it was written; the sentence for it is the reader's business. */
export type SealFault =
  | 'seal' // the body does not have its seal
  | 'unreadable' // the body is no JSON object
  | 'form' // the body is not in its canonical form (RFC 8785)
  | 'gap' // an event before this one is missing, or the order was changed
  | 'place' // the body belongs to another stream or revision
  | 'name' // the row's id or type is not the body's
  | 'chain'; // the event before it is not the one that was there

export interface Verification {
  intact: boolean;
  /** How many events were looked at, the bad one included. */
  events: number;
  /** Seal of the last good event, `null` before the first. */
  head: string | null;
  firstBad?: { revision: number; id: string; why: SealFault };
}

/**
 * Events of one append, each sealed over the one before it: SHA-256 over RFC 8785 JSON, stored as that text.
 * @param previous the last event of the loaded stream, `null` for a new stream
 */
export function sealEvents(
  stream: string,
  previous: { revision: number; seal: string } | null,
  statements: readonly Statement[],
): NewEvent[] {
  let last = previous ?? { revision: -1, seal: null };
  return statements.map((statement) => {
    const { id, type } = statement;
    const revision = last.revision + 1;
    const envelope: Envelope = { ...statement, v: 1, stream, revision, previous: last.seal };
    const body = canonicalText(envelope);
    const seal = sealOf(body);
    last = { revision, seal };
    return { id, type, body, seal };
  });
}

/** Checks a whole stream, from revision 0 in order, and names the first event that is not as it was written. */
export function verifyStream(stored: Iterable<StoredEvent>): Verification {
  let events = 0;
  let head: string | null = null;
  let stream: string | undefined;
  for (const event of stored) {
    stream ??= event.stream;
    const why = faultOf(event, { stream, revision: events, seal: head });
    events += 1;
    if (why !== null) {
      return { intact: false, events, head, firstBad: { revision: event.revision, id: event.id, why } };
    }
    head = event.seal;
  }
  return { intact: true, events, head };
}

/** SHA-256 in lower-case hexadecimal over the UTF-8 of a text. */
export function sealOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Where an event has to stand: in which stream, at which revision, after which seal. */
export interface SealedPlace {
  stream: string;
  revision: number;
  /** Of the event before it, `null` before the first. */
  seal: string | null;
}

/** What is wrong with one event at its place in a history that is read in another order than by streams. */
export function faultOf(event: StoredEvent, place: SealedPlace): SealFault | null {
  if (sealOf(event.body) !== event.seal) return 'seal';
  const envelope = parsed(event.body);
  if (envelope === null) return 'unreadable';
  if (!isCanonical(envelope, event.body)) return 'form';
  if (event.revision !== place.revision || event.stream !== place.stream) return 'gap';
  return faultOfNaming(event, envelope) ?? (envelope.previous === place.seal ? null : 'chain');
}

function faultOfNaming(event: StoredEvent, envelope: Partial<Envelope>): SealFault | null {
  if (envelope.stream !== event.stream || envelope.revision !== event.revision) return 'place';
  return envelope.id === event.id && envelope.type === event.type ? null : 'name';
}

/**
 * JSON.stringify writes numbers and strings as RFC 8785 does, so only the order of keys is left to look at: three times
 * as fast as writing the canonical form anew, which has the last word (keys like "10" come back in another order).
 */
function isCanonical(value: unknown, body: string): boolean {
  return (JSON.stringify(value) === body && hasKeysInOrder(value)) || canonicalText(value) === body;
}

function hasKeysInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasKeysInOrder);
  let last = '';
  for (const [key, inner] of Object.entries(value)) {
    if (key < last || !hasKeysInOrder(inner)) return false;
    last = key;
  }
  return true;
}

function parsed(body: string): Partial<Envelope> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
