export { openEmbeddedPostgres } from './embedded-postgres.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { lockDataFolder } from './data-folder-lock.ts';
export type { DataFolderLock } from './data-folder-lock.ts';
export { prepareDataFolder } from './placement.ts';
export { StartRefused } from './start-refused.ts';
export type { StartRefusal } from './start-refused.ts';
export { identityOf, isRunning } from './process-identity.ts';
export type { ProcessIdentity } from './process-identity.ts';
