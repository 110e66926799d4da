import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import type pg from 'pg';
import { type BlobStore } from './blob-store.ts';
import { folderStore } from './folder-store.ts';
import { kindOfFile } from './kind-of-file.ts';
import { AttachmentAltered, checked, received, removeAbandoned } from './receiving.ts';
import type { S3Place } from './s3-store.ts';
import {
  claimUploads,
  createUploadTable,
  forgetUploads,
  rememberUpload,
  uploadOf,
  type Upload,
} from './uploads.ts';

export interface AttachmentPlace {
  /** Attachments lie below it, unless there is an S3 store; what is being received always does. */
  dataFolder: string;
  /** The largest attachment. */
  megabytes: number;
  s3?: S3Place;
}

/** The client of such stores is large, and most installations have none. */
export async function openS3Store(place: S3Place): Promise<BlobStore> {
  const { s3Store } = await import('./s3-store.ts');
  return s3Store(place);
}

/** What verification finds of one content. */
export type AttachmentFault = 'missing' | 'altered';
const UNUSED_MS = 24 * 60 * 60 * 1000;

/** Files beside the forms, by the SHA-256 of their content; events hold the hash, so no content can be swapped. */
export class Attachments {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly blobs: BlobStore,
    private readonly place: AttachmentPlace,
  ) {}

  static async open(pool: pg.Pool, place: AttachmentPlace): Promise<Attachments> {
    await createUploadTable(pool);
    const folder = join(place.dataFolder, 'attachments');
    const blobs = place.s3 ? await openS3Store(place.s3) : folderStore(folder);
    return new Attachments(pool, blobs, place);
  }

  /** Takes a file in, never holding it in memory. @throws AttachmentRefused */
  receive(
    incoming: Readable,
    { name, holder, user }: { name: string; holder: string; user: string },
  ): Promise<Upload> {
    const { megabytes } = this.place;
    return received(incoming, { folder: this.incoming, megabytes }, async ({ path, sha256, size }) => {
      const upload = { sha256, name, size, type: await kindOfFile(path) };
      await this.blobs.put(sha256, path, size);
      await rememberUpload(this.pool, upload, { holder, user });
      return upload;
    });
  }

  private get incoming(): string {
    return join(this.place.dataFolder, 'attachments', 'incoming');
  }

  /** Removes uploads that broke off with their process, a day after. @returns how many */
  collectAbandoned(now: number): Promise<number> {
    return removeAbandoned(this.incoming, now - UNUSED_MS);
  }

  /** Which of the contents the office uploaded; it may refer to those. */
  claim(holder: string, sha256s: readonly string[]): Promise<Set<string>> {
    return claimUploads(this.pool, holder, sha256s);
  }

  /** The content, which breaks off before its end where it was altered; null where it is missing. */
  async read(sha256: string): Promise<{ content: Readable; upload: Upload | null } | null> {
    const stored = await this.blobs.read(sha256);
    if (!stored) return null;
    const content = pipeline(stored, checked(sha256), () => undefined);
    return { content, upload: await uploadOf(this.pool, sha256) };
  }

  /** What is wrong with a content that events refer to; null where it is as it was. */
  async faultOf(sha256: string): Promise<AttachmentFault | null> {
    const stored = await this.blobs.read(sha256);
    if (!stored) return 'missing';
    try {
      await finished(stored, checked(sha256), async (source) => {
        for await (const _ of source);
      });
      return null;
    } catch (error) {
      if (error instanceof AttachmentAltered) return 'altered';
      throw error;
    }
  }

  /**
   * Removes contents that no event refers to and nobody used for a day.
   * @returns the hashes removed
   */
  async collect(referenced: ReadonlyMap<string, unknown>, now: number): Promise<string[]> {
    const unusedSince = new Date(now - UNUSED_MS);
    const removed: string[] = [];
    for await (const { sha256, storedAt } of this.blobs.list()) {
      if (referenced.has(sha256) || storedAt > unusedSince.getTime()) continue;
      if (!(await forgetUploads(this.pool, sha256, unusedSince))) continue;
      await this.blobs.remove(sha256);
      removed.push(sha256);
    }
    return removed;
  }
}
