import type pg from 'pg';
import { type EventStore, type StoredEvent } from '#event-store';
import { consistencyRanges, inclusionRanges, leafData, leafHash, provesInclusion } from '../log/index.ts';
import { hashesOf, leavesOf } from '../record/index.ts';
import { lastRoot, type SignedRoot } from '../signing/index.ts';

/** That an event is in the log of a signed root. Hashes in base64, from the leaf upwards. RFC 6962, 2.1.1. */
export interface InclusionProof {
  stream: string;
  revision: number;
  seal: string;
  leaf: number;
  size: number;
  /** In hexadecimal, as it was signed. */
  root: string;
  path: string[];
}

/** That one signed log is the beginning of another. Hashes in base64. RFC 6962, 2.1.2. */
export interface ConsistencyProof {
  from: number;
  to: number;
  path: string[];
}

/** What a stream's last event is anchored to. */
export interface Anchor {
  size: number;
  root: string;
  time: string;
}

const base64 = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('base64'));

/** `null` where the root does not cover the event. */
export async function proveInclusion(
  pool: pg.Pool,
  event: Pick<StoredEvent, 'stream' | 'revision' | 'seal'>,
  { size, root }: Pick<SignedRoot, 'size' | 'root'>,
): Promise<InclusionProof | null> {
  const { stream, revision, seal } = event;
  const leaf = (await leavesOf(pool, stream)).get(revision);
  if (leaf === undefined || leaf >= size) return null;
  const path = await hashesOf(pool, inclusionRanges(leaf, size));
  return { stream, revision, seal, leaf, size, root, path: base64(path) };
}

/** @throws RangeError where `from` is larger than `to` */
export async function proveConsistency(pool: pg.Pool, from: number, to: number): Promise<ConsistencyProof> {
  return { from, to, path: base64(await hashesOf(pool, consistencyRanges(from, to))) };
}

/** Does the proof lead from the event to the root? */
export function holds({ stream, revision, seal, leaf, size, root, path }: InclusionProof): boolean {
  const hash = leafHash(leafData({ stream, revision, seal }));
  const proof = path.map((one) => Buffer.from(one, 'base64'));
  return provesInclusion({ leaf, hash, proof }, { size, root: Buffer.from(root, 'hex') });
}

/**
 * The last signed root, where it covers the stream's last event and the proof of that holds; `null` where the event is
 * not anchored yet, or is not the one that was signed.
 */
export async function anchorOf(pool: pg.Pool, store: EventStore, stream: string): Promise<Anchor | null> {
  const [event] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  const signed = event && (await lastRoot(store));
  const proof = signed && (await proveInclusion(pool, event, signed));
  if (!proof || !holds(proof)) return null;
  const { size, root, time } = signed;
  return { size, root, time };
}
