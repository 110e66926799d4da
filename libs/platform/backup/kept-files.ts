import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackedUpFile } from './manifest.ts';
import { BackupRefused, writeWhole } from './manifest.ts';
import { isAsNamed, writeHashed } from './rows-file.ts';

/** Where an installation has its files. */
export interface FilePlaces {
  dataFolder: string;
  /** The key that signs roots; retired ones lie beside it. */
  sealKeyFile: string;
}

/** The first folder of a path in the backup says which file it is. */
const ATTACHMENTS = 'attachments';
/** Uploads that have not ended. */
const INCOMING = 'incoming/';
const SIGNING = 'signing';
const INSTALLATION = 'installation';
/** Whether the demo was told to its end: without it a restored demo would be told twice. */
const NOTES = ['demo.json'];

/** Copies attachments, signing keys and notes into the backup. What disappears meanwhile was never referred to. */
export async function keepFiles(places: FilePlaces, folder: string): Promise<BackedUpFile[]> {
  const kept: BackedUpFile[] = [];
  for (const [name, source] of filesAt(places)) {
    if (!existsSync(source)) continue;
    kept.push(await writeHashed(folder, name, (out) => pipeline(createReadStream(source), out)));
  }
  return kept;
}

function filesAt({ dataFolder, sealKeyFile }: FilePlaces): [name: string, source: string][] {
  const attachments = namesUnder(join(dataFolder, ATTACHMENTS))
    .filter((name) => !name.startsWith(INCOMING))
    .map((name): [string, string] => [`${ATTACHMENTS}/${name}`, join(dataFolder, ATTACHMENTS, name)]);
  const keyFolder = dirname(sealKeyFile);
  const isKey = (name: string): boolean =>
    name.startsWith(basename(sealKeyFile)) &&
    /^(\.[0-9a-f]{16})?$/.test(name.slice(basename(sealKeyFile).length));
  const keys = (existsSync(keyFolder) ? readdirSync(keyFolder) : []).filter(isKey);
  return [
    ...attachments,
    ...keys.map((name): [string, string] => [signingName(name, sealKeyFile), join(keyFolder, name)]),
    ...NOTES.map((name): [string, string] => [`${INSTALLATION}/${name}`, join(dataFolder, name)]),
  ];
}

/** The key's own name is the installation's business: in a backup it is always called the same. */
const KEY = 'seal-signing.key';
const signingName = (name: string, sealKeyFile: string): string =>
  `${SIGNING}/${KEY}${name.slice(basename(sealKeyFile).length)}`;

/** Paths of all files under a folder, relative to it; none where there is no folder. */
function namesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Where a file of the backup belongs. @throws BackupRefused for a name that is none of ours */
function placeOf(name: string, { dataFolder, sealKeyFile }: FilePlaces): string {
  const [kind = '', ...rest] = name.split('/');
  const isPlain = rest.length > 0 && rest.every((part) => part !== '' && part !== '.' && part !== '..');
  if (isPlain && kind === ATTACHMENTS) return join(dataFolder, ATTACHMENTS, ...rest);
  if (isPlain && kind === INSTALLATION) return join(dataFolder, ...rest);
  if (isPlain && kind === SIGNING) return sealKeyFile + (rest[0] ?? '').slice(KEY.length);
  throw new BackupRefused(`备份清单中有不认识的文件 ${name}，备份可能被改动。`);
}

/** @throws BackupRefused where another file is in a place that a file of the backup needs */
export async function requirePlacesFree(files: readonly BackedUpFile[], places: FilePlaces): Promise<void> {
  for (const file of files) {
    const place = placeOf(file.name, places);
    if (!existsSync(place)) continue;
    const isSame = await isAsNamed(dirname(place), { ...file, name: basename(place) });
    if (!isSame) throw new BackupRefused(`${place} 已存在且内容不同，请恢复到空的数据目录。`);
  }
}

/** Puts the files back; those that an interrupted restore put there stay. */
export function putFiles(files: readonly BackedUpFile[], places: FilePlaces, folder: string): void {
  for (const { name } of files) {
    const place = placeOf(name, places);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeWhole(place, readFileSync(join(folder, name)), 0o600);
  }
}
