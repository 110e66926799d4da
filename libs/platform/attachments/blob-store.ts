import { type Readable } from 'node:stream';

/** A file in the store, by the SHA-256 of its content in hexadecimal. */
export interface StoredBlob {
  sha256: string;
  /** When it was put there, in milliseconds since 1970. */
  storedAt: number;
}

/** Where contents of attachments lie, each under its own hash: what is there once is never changed. */
export interface BlobStore {
  /** Puts a file's content there; one that is there already stays. */
  put(sha256: string, path: string, size: number): Promise<void>;
  /** The content, or null where there is none. */
  read(sha256: string): Promise<Readable | null>;
  list(): AsyncIterable<StoredBlob>;
  remove(sha256: string): Promise<void>;
}

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
