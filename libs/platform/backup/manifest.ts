import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence for whoever backs up or restores. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** A file of the backup: its path under the backup's folder, size in bytes, SHA-256 in hexadecimal. */
export interface BackedUpFile {
  name: string;
  size: number;
  sha256: string;
}

/** The rows of a table, one JSON object a line, compressed with gzip. */
export interface BackedUpTable extends BackedUpFile {
  /** `schema.name` */
  table: string;
  columns: string[];
  /** SQL that makes the table where the program has not made it. */
  definition: string;
  rows: number;
}

/** What a backup says of itself: `manifest.json`, written last. A folder without it is no backup. */
export interface BackupManifest {
  v: 1;
  /** ISO 8601, UTC. */
  made: string;
  /** 区划 code. */
  jurisdiction: string;
  /** In the order in which rows may be put back: a table after those that it refers to. */
  tables: BackedUpTable[];
  files: BackedUpFile[];
}

const MANIFEST = 'manifest.json';
/** Second line of the file: SHA-256 over the first. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Appears whole, after everything that it names is on the disk. */
export function writeManifest(folder: string, manifest: BackupManifest): void {
  const text = JSON.stringify(manifest);
  writeWhole(join(folder, MANIFEST), `${text}\n${hashOf(text)}\n`, 0o600);
}

/** Written beside, on the disk, then renamed: there is never half of it. */
export function writeWhole(file: string, content: string | Buffer, mode: number): void {
  const draft = `${file}.part`;
  const opened = openSync(draft, 'w', mode);
  try {
    writeFileSync(opened, content);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(draft, file);
}

/** @throws BackupRefused for a folder that holds no finished backup, or one whose manifest was changed */
export function readManifest(folder: string): BackupManifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(folder)) throw new BackupRefused(`没有备份目录 ${folder}，请核对路径。`);
  if (!existsSync(file))
    throw new BackupRefused(`${folder} 中没有清单 ${MANIFEST}：备份没有做完，或这不是备份目录，请换一份。`);
  const [text = '', sha256] = readFileSync(file, 'utf8').split('\n');
  if (hashOf(text) !== sha256) throw new BackupRefused(`备份的清单 ${file} 已损坏或被改动，请换一份备份。`);
  return JSON.parse(text) as BackupManifest;
}
