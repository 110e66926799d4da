import { join } from 'node:path';
import type { Configuration } from '#platform/configuration';
import type { FilePlaces } from './kept-files.ts';

/** The installation that is backed up, or restored into. */
export type BackupPlace = Pick<
  Configuration,
  'dataFolder' | 'jurisdiction' | 'keysFile' | 'sealKeyFile' | 'eventStoreUrl' | 'attachments'
> & { databaseUrl: string };

/** Where its files are. */
export const filesOf = ({
  dataFolder,
  sealKeyFile,
  keysFile,
}: BackupPlace): FilePlaces & { masterFile: string } => ({
  dataFolder,
  sealKeyFile: sealKeyFile ?? join(dataFolder, 'seal-signing.key'),
  masterFile: keysFile ?? join(dataFolder, 'person-master.key'),
});
