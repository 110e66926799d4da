export { BackupRefused, type BackupManifest } from './manifest.ts';
export { makeBackup, type BackupMade, type BackupOrder } from './make-backup.ts';
export { type BackupPlace } from './place.ts';
export { restoreBackup, type Restored, type RestoreOrder } from './restore-backup.ts';
export { isLeftOut } from './tables.ts';
export { verifyBackup, type VerifiedBackup } from './verify-backup.ts';
