import { Buffer } from 'node:buffer';
import {
  ANY,
  binaryEvent,
  NO_STREAM,
  type AppendExpectedRevision,
  type EventData,
  type Position as ServerPosition,
  type RecordedEvent,
} from '@eventstore/db-client';
import { InvalidPosition } from '../errors.ts';
import type { ExpectedRevision, NewEvent, Position, StoredEvent } from '../port.ts';
import { compareNumbers } from '../position.ts';

/** The body goes over as bytes: as JSON the client would parse and print it, and the seal covers its text. */
export function eventData({ id, type, body, seal }: NewEvent): EventData {
  return binaryEvent({ id, type, data: Buffer.from(body), metadata: { seal } });
}

/** `null` for what is not ours: links, statistics and whatever else the server keeps for itself. */
export function storedEvent(event: RecordedEvent | undefined): StoredEvent | null {
  if (event?.position === undefined || event.streamId.startsWith('$') || event.type.startsWith('$'))
    return null;
  const { id, type, streamId, revision, position } = event;
  return {
    id: id.toLowerCase(),
    type,
    body: bodyOf(event),
    seal: sealIn(event.metadata),
    stream: streamId,
    revision: Number(revision),
    position: positionText(position),
  };
}

/** What another program wrote as JSON is given as text all the same; it has no seal and verification says so. */
function bodyOf({ data }: RecordedEvent): string {
  return data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : JSON.stringify(data);
}

function sealIn(metadata: unknown): string {
  const hasSeal = typeof metadata === 'object' && metadata !== null && 'seal' in metadata;
  return hasSeal && typeof metadata.seal === 'string' ? metadata.seal : '';
}

export function expectedRevision(expected: ExpectedRevision): AppendExpectedRevision {
  if (expected === 'none') return NO_STREAM;
  return expected === 'any' ? ANY : BigInt(expected);
}

export const positionText = ({ commit, prepare }: ServerPosition): Position => `${commit}/${prepare}`;

/** @throws InvalidPosition */
export function serverPosition(position: Position): ServerPosition {
  const [, commit, prepare] = /^(\d{1,20})\/(\d{1,20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new InvalidPosition(position);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** @throws InvalidPosition */
export function comparePositions(a: Position, b: Position): number {
  const [left, right] = [serverPosition(a), serverPosition(b)];
  return compareNumbers(left.commit, right.commit) || compareNumbers(left.prepare, right.prepare);
}
