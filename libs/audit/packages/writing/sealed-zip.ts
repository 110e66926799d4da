import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { type SigningKey } from '../../signing/index.ts';
import { closingText, type ClosingSeal, type Manifest } from '../contents.ts';
import { centralRecord, endRecords, localEntry } from './zip-records.ts';

const packedOf = promisify<Buffer, Buffer>(deflateRaw);

/** A zip file up to its last whole entry: all that is needed to write on, by whoever. */
export class ZipSoFar {
  readonly files: Manifest['files'] = [];
  readonly directory: Buffer[] = [];
  readonly hash = createHash('sha256');
  size = 0;

  /** @param entry as it stands in the file */
  add(name: string, content: Buffer, entry: Buffer): void {
    const sha256 = createHash('sha256').update(content).digest('hex');
    this.files.push({ name, size: content.length, sha256 });
    this.directory.push(centralRecord(entry, this.size));
    this.take(entry);
  }

  take(bytes: Buffer): void {
    this.hash.update(bytes);
    this.size += bytes.length;
  }
}

/**
 * A zip file that is written as it is made, one entry at a time, and ends in a signature over all of its bytes. Nothing
 * but the entry at hand and the list of entries is in memory. No library writes on in a file that another process
 * began, hence the records by hand.
 */
export class SealedZip {
  /** @param soFar what is in the output already, where it was begun before */
  constructor(
    private readonly out: Writable,
    private readonly key: SigningKey,
    private readonly made: string,
    private readonly soFar: ZipSoFar,
  ) {
    // Whoever adds the next entry, or ends, sees the failure.
    out.on('error', () => undefined);
  }

  get files(): Manifest['files'] {
    return this.soFar.files;
  }

  /** Resolves when the content was taken. @throws what keeps the output from taking it */
  async add(name: string, content: Buffer): Promise<void> {
    const entry = localEntry(name, content, await packedOf(content), this.made);
    this.soFar.add(name, content, entry);
    await this.write(entry);
  }

  /** Resolves when the last byte is out. */
  async end(): Promise<void> {
    const { directory, size: from } = this.soFar;
    const records = Buffer.concat(directory);
    const { length } = this.comment('0'.repeat(64));
    const ends = endRecords({ count: directory.length, length: records.length, from }, length);
    this.soFar.take(records);
    this.soFar.take(ends);
    await this.write(Buffer.concat([records, ends, this.comment(this.soFar.hash.digest('hex'))]));
    this.out.end();
    await finished(this.out);
  }

  private comment(sha256: string): Buffer {
    const seal: ClosingSeal = {
      keyId: this.key.keyId,
      sha256,
      signature: this.key.sign(closingText(sha256)),
    };
    return Buffer.from(JSON.stringify(seal));
  }

  private write(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      // A stream that broke meanwhile says only that it is no more; what broke it is what matters.
      this.out.write(bytes, (error) => (error ? reject(this.out.errored ?? error) : resolve()));
    });
  }
}
