import { type EventStore, type StoredEvent } from '#event-store';
import { inclusionRanges } from '../../log/index.ts';
import { hashesOf, leavesOf, type AuditParts } from '../../record/index.ts';
import { type SignedRoot } from '../../signing/index.ts';
import { eventsOf, proofsOf, type Manifest, type ProofLine } from '../contents.ts';
import { type SealedZip } from './sealed-zip.ts';

/** A package that is being written. */
export interface Writing {
  pool: AuditParts['pool'];
  store: EventStore;
  zip: SealedZip;
  root: SignedRoot;
  streams: Manifest['streams'];
}

export const lines = (values: readonly object[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/** What of a stream the root covers. What came after it is not in the package. */
export async function eventsWithin(
  { pool, store, root }: Writing,
  stream: string,
): Promise<{ events: StoredEvent[]; leaves: Map<number, number> }> {
  const stored = await store.readStream(stream);
  const leaves = await leavesOf(pool, stream);
  const events = stored.filter(({ revision }) => (leaves.get(revision) ?? root.size) < root.size);
  return { events, leaves };
}

/** A stream's events as stored, each proved. */
export async function writeStream(writing: Writing, stream: string): Promise<StoredEvent[]> {
  const { pool, zip, root } = writing;
  const { events, leaves } = await eventsWithin(writing, stream);
  await zip.add(eventsOf(stream), Buffer.from(events.map(({ body }) => `${body}\n`).join('')));
  const proofs: ProofLine[] = [];
  const ranges = events.map(({ revision }) => inclusionRanges(leaves.get(revision) ?? 0, root.size));
  // All proofs of a stream in one question: a campaign has a hundred thousand events.
  const hashes = await hashesOf(pool, ranges.flat());
  for (const [index, { revision, id, seal }] of events.entries()) {
    const path = hashes.splice(0, ranges[index]?.length ?? 0).map((hash) => hash.toString('base64'));
    proofs.push({ revision, id, seal, leaf: leaves.get(revision) ?? 0, path });
  }
  await zip.add(proofsOf(stream), lines(proofs));
  writing.streams.push({ stream, events: events.length, head: events.at(-1)?.seal ?? '' });
  return events;
}
