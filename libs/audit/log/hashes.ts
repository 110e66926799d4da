import { createHash } from 'node:crypto';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const SEAL_BYTES = 32;
const REVISION_BYTES = 4;

/** What a leaf of the log speaks of: an event by its place and its seal. */
export interface Leaf {
  stream: string;
  revision: number;
  /** SHA-256 of the event's stored text, in lower-case hexadecimal. */
  seal: string;
}

/** MTH({}): the hash of nothing. RFC 6962, 2.1. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

/**
 * What is hashed for a leaf: the seal (32 bytes), the revision (32 bits, big endian), the stream's name (UTF-8, to the
 * end). The seal alone would let two events that swap streams pass.
 */
export function leafData({ stream, revision, seal }: Leaf): Buffer {
  const data = Buffer.alloc(SEAL_BYTES + REVISION_BYTES + Buffer.byteLength(stream));
  data.write(seal, 'hex');
  data.writeUInt32BE(revision, SEAL_BYTES);
  data.write(stream, SEAL_BYTES + REVISION_BYTES);
  return data;
}

/** SHA-256(0x00 ‖ data). */
export const leafHash = (data: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(data).digest();

/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();
