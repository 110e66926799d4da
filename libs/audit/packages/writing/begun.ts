import { inflateRawSync } from 'node:zlib';
import { sealOf } from '#event-store';
import { rootIn, sealOfText, type SignedRoot } from '../../signing/index.ts';
import { eventsOf, ROOTS, type Manifest } from '../contents.ts';
import { LOCAL, LOCAL_BYTES } from '../zip-format.ts';
import { ZipSoFar } from './sealed-zip.ts';

/** What is there of a package that somebody else began, up to a whole target. */
export interface BegunPackage {
  zip: ZipSoFar;
  /** The signed root that it was begun against. */
  root: SignedRoot;
  streams: Manifest['streams'];
}

/**
 * Reads what was written of a package. It says everything itself, so that no other record of it can disagree.
 * @param chunks each of whole entries
 * @returns `null` where nothing was written
 * @throws Error for bytes that are no such beginning
 */
export async function readBegun(chunks: AsyncIterable<Buffer>): Promise<BegunPackage | null> {
  const zip = new ZipSoFar();
  const streams: Manifest['streams'] = [];
  let root: SignedRoot | undefined;
  for await (const chunk of chunks)
    for (const { name, content, entry } of entriesIn(chunk)) {
      zip.add(name, content, entry);
      const lines = linesIn(name, content);
      const last = lines.at(-1);
      if (name === ROOTS && last !== undefined) root = rootIn(sealOfText(last))[0];
      const [stream = ''] = name.split('/');
      if (name === eventsOf(stream))
        streams.push({ stream, events: lines.length, head: last === undefined ? '' : sealOf(last) });
    }
  if (zip.size === 0) return null;
  if (root === undefined) throw new Error('What was begun holds no signed root.');
  return { zip, root, streams };
}

const linesIn = (name: string, content: Buffer): string[] =>
  name.endsWith('.jsonl') ? content.toString('utf8').split('\n').slice(0, -1) : [];

function* entriesIn(chunk: Buffer): Generator<{ name: string; content: Buffer; entry: Buffer }> {
  let at = 0;
  while (at < chunk.length) {
    if (chunk.readUInt32LE(at) !== LOCAL) throw new Error('What was begun is not of whole entries.');
    const packedAt = at + LOCAL_BYTES + chunk.readUInt16LE(at + 26);
    const end = packedAt + chunk.readUInt32LE(at + 18);
    const name = chunk.toString('utf8', at + LOCAL_BYTES, packedAt);
    yield { name, content: inflateRawSync(chunk.subarray(packedAt, end)), entry: chunk.subarray(at, end) };
    at = end;
  }
}
