import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END64,
  END64_BYTES,
  END_BYTES,
  LARGE,
  LOCAL,
  LOCAL_BYTES,
  LOCATOR,
  LOCATOR_BYTES,
  MANY,
} from '../zip-format.ts';

/** The file is not a zip file as we write it. */
export class BrokenContainer extends Error {
  override readonly name = 'BrokenContainer';

  /** @param entry which one is broken; `null` where it is the file's own structure */
  constructor(
    readonly entry: string | null,
    options?: ErrorOptions,
  ) {
    super('The zip file is not as it was written.', options);
  }
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  compressed: number;
  size: number;
  at: number;
}

const LONGEST_COMMENT = 65_535;
/** What one entry may unfold to: no entry of ours comes near. */
const LARGEST_ENTRY = 1_073_741_824;
const CHUNK = 1_048_576;

/**
 * Reads what `SealedZip` writes, an entry at a time, by the central directory. Strict: what is anything else (names twice,
 * bytes after the end) is broken.
 */
export class PackageFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly comment: string,
    private readonly commentAt: number,
  ) {}

  /** @throws BrokenContainer, or the system's error for a file that cannot be opened */
  static async open(path: string): Promise<PackageFile> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const tail = await bytesAt(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), size);
      const at = endIn(tail);
      const comment = tail.toString('utf8', at + END_BYTES);
      const { from, length, count } = await directoryAt(file, tail, {
        at,
        position: size - tail.length + at,
      });
      const entries = entriesIn(await bytesAt(file, from, from + length), count);
      return new PackageFile(file, entries, comment, size - (tail.length - at - END_BYTES));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws BrokenContainer for an entry that is not there or does not unfold to what the directory says */
  async read(name: string): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new BrokenContainer(name);
    const header = await bytesAt(this.file, entry.at, entry.at + LOCAL_BYTES);
    if (header.readUInt32LE(0) !== LOCAL) throw new BrokenContainer(name);
    const start = entry.at + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = await bytesAt(this.file, start, start + entry.compressed);
    const content = entry.method === 0 ? packed : unfolded(packed, name);
    if (content.length !== entry.size) throw new BrokenContainer(name);
    return content;
  }

  /** Is the content the one that was written, as far as a checksum tells? Finds accidents, not intent. */
  isWhole(name: string, content: Buffer): boolean {
    return crc32(content) === this.entries.get(name)?.crc;
  }

  /** SHA-256 of every byte before the comment. */
  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for (let at = 0; at < this.commentAt; at += CHUNK)
      hash.update(await bytesAt(this.file, at, Math.min(at + CHUNK, this.commentAt)));
    return hash.digest('hex');
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (from < 0 || to < from || to > size) throw new BrokenContainer(null);
  const bytes = Buffer.alloc(to - from);
  await file.read(bytes, 0, bytes.length, from);
  return bytes;
}

interface Directory {
  from: number;
  length: number;
  count: number;
}

/** Over 65,535 entries or 4 GiB the end record leaves it to that of ZIP64, which stands before it (APPNOTE 4.3.14). */
async function directoryAt(
  file: FileHandle,
  tail: Buffer,
  { at, position }: { at: number; position: number },
): Promise<Directory> {
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const from = tail.readUInt32LE(at + 16);
  if (count < MANY && length < LARGE && from < LARGE) return { from, length, count };
  const locator = await bytesAt(file, position - LOCATOR_BYTES, position);
  if (locator.readUInt32LE(0) !== LOCATOR) throw new BrokenContainer(null);
  const record = Number(locator.readBigUInt64LE(8));
  if (record + END64_BYTES !== position - LOCATOR_BYTES) throw new BrokenContainer(null);
  const end = await bytesAt(file, record, record + END64_BYTES);
  if (end.readUInt32LE(0) !== END64) throw new BrokenContainer(null);
  const long = (offset: number): number => Number(end.readBigUInt64LE(offset));
  return { from: long(48), length: long(40), count: long(32) };
}

/** Where the end record begins: the one whose comment ends where the file does. */
function endIn(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  throw new BrokenContainer(null);
}

function entriesIn(directory: Buffer, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  while (at < directory.length) {
    const isWhole = at + CENTRAL_BYTES <= directory.length;
    if (!isWhole || directory.readUInt32LE(at) !== CENTRAL) throw new BrokenContainer(null);
    const fields = at + CENTRAL_BYTES + directory.readUInt16LE(at + 28);
    const extra = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + CENTRAL_BYTES, fields);
    if (entries.has(name)) throw new BrokenContainer(name);
    entries.set(name, entryAt(directory.subarray(at), directory.subarray(fields, fields + extra), name));
    at = fields + extra + directory.readUInt16LE(at + 32);
  }
  if (entries.size !== count) throw new BrokenContainer(null);
  return entries;
}

/** Sizes and place, from the field of ZIP64 (APPNOTE 4.5.3) where the short ones say that they are there. */
function entryAt(header: Buffer, extra: Buffer, name: string): Entry {
  const named = { name, method: header.readUInt16LE(10), crc: header.readUInt32LE(16) };
  const short = {
    compressed: header.readUInt32LE(20),
    size: header.readUInt32LE(24),
    at: header.readUInt32LE(42),
  };
  if (Math.max(short.compressed, short.size, short.at) < LARGE) return { ...named, ...short };
  if (extra.length < 28 || extra.readUInt16LE(0) !== 1) throw new BrokenContainer(name);
  const long = (offset: number): number => Number(extra.readBigUInt64LE(offset));
  return { ...named, size: long(4), compressed: long(12), at: long(20) };
}

function unfolded(packed: Buffer, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_ENTRY });
  } catch (error) {
    throw new BrokenContainer(name, { cause: error });
  }
}
