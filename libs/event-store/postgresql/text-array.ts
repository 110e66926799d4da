import { Buffer } from 'node:buffer';

const TEXT_OID = 25;
const HEADER_BYTES = 20;

/**
 * A `text[]` in PostgreSQL's binary format (array_recv). `pg` sends a Buffer as it is, so bodies full of quotes need
 * neither be escaped here nor parsed there: with 6 kB events that halved what a group of 32 costs.
 */
export function textArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const total = lengths.reduce((sum, length) => sum + 4 + length, HEADER_BYTES);
  const array = Buffer.allocUnsafe(total);
  let at = 0;
  // dimensions, has nulls, element type, length of the one dimension, its lower bound
  for (const field of [1, 0, TEXT_OID, texts.length, 1]) at = array.writeInt32BE(field, at);
  for (const [index, text] of texts.entries()) {
    at = array.writeInt32BE(lengths[index] ?? 0, at);
    at += array.write(text, at);
  }
  return array;
}
