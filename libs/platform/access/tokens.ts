import { createHash, randomBytes } from 'node:crypto';

/** What the browser or the link holds; 256 bits of chance. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database holds instead, so that a copy of it opens nothing. */
export const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');
