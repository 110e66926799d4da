import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import type pg from 'pg';
import type { Lease } from './package-table.ts';

/** So much is written at once at most, a target more or less. */
const CHUNK = 1_048_576;

/**
 * Takes the bytes of a package and keeps them when it is told to, which is when a target is whole: what is kept can be
 * gone on from by whoever gets the job next.
 */
export class ChunkWriter extends Writable {
  private readonly hash = createHash('sha256');
  private held: Buffer[] = [];
  private heldBytes = 0;
  private chunks = 0;
  private size = 0;

  constructor(
    private readonly db: pg.Pool,
    private readonly lease: Lease,
  ) {
    super();
  }

  /** What was kept under this lease already, by whoever had the job before. */
  async *kept(): AsyncGenerator<Buffer> {
    for await (const bytes of bytesBy((n) => this.chunk(n))) {
      this.count(bytes);
      this.chunks += 1;
      yield bytes;
    }
  }

  get isFull(): boolean {
    return this.heldBytes >= CHUNK;
  }

  async keep(): Promise<void> {
    if (this.heldBytes === 0) return;
    const { id, attempt } = this.lease;
    await this.db.query({
      name: 'audit-package-chunk',
      text: 'insert into audit.package_chunk (package, attempt, n, bytes) values ($1, $2, $3, $4)',
      values: [id, attempt, this.chunks, Buffer.concat(this.held)],
    });
    this.held = [];
    this.heldBytes = 0;
    this.chunks += 1;
  }

  /** The file as a whole, with what of it is not kept yet. */
  result(): { size: number; sha256: string; last: { n: number; bytes: Buffer } } {
    const last = { n: this.chunks, bytes: Buffer.concat(this.held) };
    return { size: this.size, sha256: this.hash.digest('hex'), last };
  }

  override _write(bytes: Buffer, _: BufferEncoding, done: () => void): void {
    this.count(bytes);
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    done();
  }

  private count(bytes: Buffer): void {
    this.hash.update(bytes);
    this.size += bytes.length;
  }

  private async chunk(n: number): Promise<Buffer | undefined> {
    const { rows } = await this.db.query<{ bytes: Buffer }>(
      'select bytes from audit.package_chunk where package = $1 and attempt = $2 and n = $3',
      [this.lease.id, this.lease.attempt, n],
    );
    return rows[0]?.bytes;
  }
}

/** The bytes of a ready package, a chunk at a time. */
export function chunksOf(db: pg.Pool, id: string): AsyncGenerator<Buffer> {
  return bytesBy(async (n) => {
    const { rows } = await db.query<{ bytes: Buffer }>({
      name: 'audit-package-read',
      text: `select c.bytes from audit.package_chunk c
             join audit.package p on p.id = c.package and p.attempt = c.attempt and p.state = 'ready'
             where c.package = $1 and c.n = $2`,
      values: [id, n],
    });
    return rows[0]?.bytes;
  });
}

async function* bytesBy(read: (n: number) => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const bytes = await read(n);
    if (bytes === undefined) return;
    yield bytes;
  }
}
