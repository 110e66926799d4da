import { join } from 'node:path';
import type { Configuration } from './configuration.ts';

/** China has one time zone. */
export const TIME_OFFSET = '+08:00';

/** Where the key that signs roots is kept, and the copy of what was signed. */
export const signingFilesOf = ({
  sealKeyFile,
  dataFolder,
}: Pick<Configuration, 'sealKeyFile' | 'dataFolder'>): { keyFile: string; outsideFile: string } => ({
  keyFile: sealKeyFile ?? join(dataFolder, 'seal-signing.key'),
  outsideFile: join(dataFolder, 'roots.jsonl'),
});

/** Where the key is kept under which the keys of personal details are. */
export const masterFileOf = ({
  keysFile,
  dataFolder,
}: Pick<Configuration, 'keysFile' | 'dataFolder'>): string =>
  keysFile ?? join(dataFolder, 'person-master.key');
