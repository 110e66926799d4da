import { masterFileOf, signingFilesOf, type Configuration } from '#platform/configuration';
import type { FilePlaces } from './kept-files.ts';

/** The installation that is backed up, or restored into. */
export type BackupPlace = Pick<
  Configuration,
  'dataFolder' | 'jurisdiction' | 'keysFile' | 'sealKeyFile' | 'eventStoreUrl' | 'attachments'
> & { databaseUrl: string };

/** Where its files are. */
export const filesOf = (place: BackupPlace): FilePlaces & { masterFile: string } => ({
  dataFolder: place.dataFolder,
  sealKeyFile: signingFilesOf(place).keyFile,
  masterFile: masterFileOf(place),
});
