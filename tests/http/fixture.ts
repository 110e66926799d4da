import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of the fixtures, as it would be uploaded. */
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../documents/fixtures', name)));
