export { AttachmentRefused } from './attachment-refused.ts';
export { Attachments, openS3Store, type AttachmentFault, type AttachmentPlace } from './attachments.ts';
export { isSha256 } from './blob-store.ts';
export { AttachmentAltered } from './receiving.ts';
export { referencedHashes } from './references.ts';
export { type S3Place } from './s3-store.ts';
export { type Upload } from './uploads.ts';
