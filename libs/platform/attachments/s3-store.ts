import { createReadStream } from 'node:fs';
import { type Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { isSha256, type BlobStore, type StoredBlob } from './blob-store.ts';

/** An S3-compatible store (MinIO, Ceph, a cloud's own). */
export interface S3Place {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const PREFIX = 'attachments/';

/** Contents as objects `attachments/<sha256>`; the store checks the hash of what it is sent. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Place): BlobStore {
  const client = new S3Client({
    endpoint,
    region,
    // Bucket names of private stores are no host names.
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (sha256: string): { Bucket: string; Key: string } => ({ Bucket: bucket, Key: PREFIX + sha256 });
  const isThere = async (sha256: string): Promise<boolean> =>
    (await unlessMissing(client.send(new HeadObjectCommand(at(sha256))))) !== null;
  return {
    put: async (sha256, path, size) => {
      if (await isThere(sha256)) return;
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const body = { Body: createReadStream(path), ContentLength: size, ChecksumSHA256 };
      await client.send(new PutObjectCommand({ ...at(sha256), ...body }));
    },
    read: async (sha256) => {
      const found = await unlessMissing(client.send(new GetObjectCommand(at(sha256))));
      return (found?.Body as Readable | undefined) ?? null;
    },
    list: () => objectsIn(client, bucket),
    remove: async (sha256) => {
      await client.send(new DeleteObjectCommand(at(sha256)));
    },
  };
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}

async function* objectsIn(client: S3Client, bucket: string): AsyncGenerator<StoredBlob> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: PREFIX,
        ...(token !== undefined && { ContinuationToken: token }),
      }),
    );
    for (const { Key = '', LastModified } of page.Contents ?? []) {
      const sha256 = Key.slice(PREFIX.length);
      if (isSha256(sha256)) yield { sha256, storedAt: LastModified?.getTime() ?? 0 };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
