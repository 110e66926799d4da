import { Buffer } from 'node:buffer';
import { InvalidAppend, type AppendFault } from './errors.ts';
import type { ExpectedRevision, NewEvent } from './port.ts';

/** Bytes an append may weigh, bodies and what the store keeps beside them: what EventStoreDB was measured to take. */
export const MAX_APPEND_BYTES = 1_000_000;

/** Seal, id and type beside each body. */
const BYTES_BESIDE_A_BODY = 160;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The rules of every store, so that what one accepts the others accept too. @throws InvalidAppend */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  const [fault, detail] =
    faultOfPlace(stream, expected) ?? faultOfEvents(events) ?? events.map(faultOfEvent).find(Boolean) ?? [];
  if (fault !== undefined) throw new InvalidAppend(stream.slice(0, 80), fault, detail ?? fault);
}

/** What a repeat is compared by: the ids in their order. */
export function sameIds(stored: readonly { id: string }[], sent: readonly NewEvent[]): boolean {
  return (
    stored.length === sent.length &&
    stored.every(({ id }, index) => id.toLowerCase() === sent[index]?.id.toLowerCase())
  );
}

type Fault = [AppendFault, string];

function faultOfPlace(stream: string, expected: ExpectedRevision): Fault | undefined {
  if (!isName(stream)) return ['stream-name', 'a stream name has 1 to 200 characters and no leading $'];
  const isRevision = typeof expected === 'string' || (Number.isInteger(expected) && expected >= 0);
  return isRevision ? undefined : ['expectation', 'a revision is an integer from 0'];
}

function faultOfEvents(events: readonly NewEvent[]): Fault | undefined {
  if (events.length === 0) return ['no-events', 'it holds no event'];
  const ids = new Set(events.map(({ id }) => id.toLowerCase()));
  if (ids.size < events.length) return ['id-twice', 'two of its events have the same id'];
  return weighsTooMuch(events) ? ['too-large', `it is larger than ${MAX_APPEND_BYTES} bytes`] : undefined;
}

function faultOfEvent({ id, type, body, seal }: NewEvent): Fault | undefined {
  if (!UUID.test(id)) return ['id-not-uuid', 'an event id is not a UUID'];
  if (!isName(type)) return ['type-name', 'a type has 1 to 200 characters and no leading $'];
  return body.includes('\0') || seal.includes('\0') ? ['text', 'a body holds a NUL character'] : undefined;
}

/** `$` begins the system streams and system events of EventStoreDB. */
function isName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && !name.startsWith('$') && !name.includes('\0');
}

function weighsTooMuch(events: readonly NewEvent[]): boolean {
  let characters = 0;
  for (const { body } of events) characters += body.length + BYTES_BESIDE_A_BODY;
  if (characters * 3 <= MAX_APPEND_BYTES) return false;
  let bytes = 0;
  for (const { body } of events) bytes += Buffer.byteLength(body) + BYTES_BESIDE_A_BODY;
  return bytes > MAX_APPEND_BYTES;
}
