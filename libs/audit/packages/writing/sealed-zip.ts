import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type SigningKey } from '../../signing/index.ts';
import { closingText, type ClosingSeal } from '../contents.ts';

/** End of central directory record, without a comment: the last bytes that yazl writes. */
const END_BYTES = 22;
const ENTRY = { mode: 0o100644, compress: true };

/**
 * A zip file that is written as it is made, one entry at a time, and ends in a signature over all of its bytes. Nothing
 * but the entry at hand and the list of entries is in memory, however slow the reader.
 */
export class SealedZip {
  readonly files: { name: string; size: number; sha256: string }[] = [];
  private readonly zip = new ZipFile();
  private readonly written: Promise<void>;

  constructor(
    out: Writable,
    key: SigningKey,
    private readonly made: Date,
  ) {
    this.written = pipeline(
      this.zip.outputStream as Readable,
      (chunks: AsyncIterable<Buffer>) => sealed(chunks, key),
      out,
    );
    // Whoever adds the next entry, or ends, sees the failure.
    this.written.catch(() => undefined);
  }

  /** Resolves when the content was taken. @throws what keeps the output from taking it */
  async add(name: string, content: Buffer): Promise<void> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    this.files.push({ name, size: content.length, sha256 });
    // The zip file keeps the way to an entry's content to its end: it must not keep the content.
    const stream = Readable.from([content]);
    const ended = once(stream, 'end');
    const pending: { stream: Readable | null } = { stream };
    this.zip.addReadStreamLazy(name, { ...ENTRY, mtime: this.made }, (give) => {
      if (pending.stream) give(null, pending.stream);
    });
    await Promise.race([ended, this.written]);
    pending.stream = null;
  }

  /** Resolves when the last byte is out. */
  async end(): Promise<void> {
    this.zip.end();
    await this.written;
  }
}

/** The bytes as they come, the end record held back until the signature over everything before it can stand in it. */
async function* sealed(chunks: AsyncIterable<Buffer>, key: SigningKey): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([held, chunk]);
    const ready = bytes.subarray(0, Math.max(0, bytes.length - END_BYTES));
    held = bytes.subarray(ready.length);
    hash.update(ready);
    yield ready;
  }
  const comment = (sha256: string): Buffer => {
    const seal: ClosingSeal = { keyId: key.keyId, sha256, signature: key.sign(closingText(sha256)) };
    return Buffer.from(JSON.stringify(seal));
  };
  held.writeUInt16LE(comment('0'.repeat(64)).length, END_BYTES - 2);
  yield Buffer.concat([held, comment(hash.update(held).digest('hex'))]);
}
