import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { BackupRefused, writeWhole } from './manifest.ts';

/** The keys of personal details, whole: who has this file and a backup can read names and phones. */
interface KeysFile {
  v: 1;
  /** ISO 8601, UTC. */
  made: string;
  /** 64 hexadecimal digits; every key below is wrapped by it. */
  master: string;
  /** Rows of `person_keys.key` as JSON texts. */
  keys: string[];
}

const FILE = 'person-keys.json';
const TABLE = 'person_keys.key';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Keeps the keys in a folder of their own. Only the newest are kept: a key that was erased since must not come back
 * from an older copy.
 */
export async function keepPersonKeys(
  client: pg.ClientBase,
  { folder, masterFile, made }: { folder: string; masterFile: string; made: string },
): Promise<number> {
  const { rows } = await client.query<{ row: string }>(`select row_to_json(k)::text as row from ${TABLE} k`);
  const master = readFileSync(masterFile, 'utf8').trim();
  const content: KeysFile = { v: 1, made, master, keys: rows.map(({ row }) => row) };
  const text = JSON.stringify(content);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(join(folder, FILE), `${text}\n${hashOf(text)}\n`, 0o600);
  return rows.length;
}

/** @throws BackupRefused where the folder holds no such file or another one's */
export function readPersonKeys(folder: string): KeysFile {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw new BackupRefused(`目录 ${folder} 中没有个人信息密钥 ${FILE}，请核对路径。`);
  const [text = '', sha256] = readFileSync(file, 'utf8').split('\n');
  if (hashOf(text) !== sha256) throw new BackupRefused(`个人信息密钥 ${file} 已损坏，请换一份。`);
  return JSON.parse(text) as KeysFile;
}

/** Puts the keys back, and their master key where the installation has none. */
export async function putPersonKeys(
  client: pg.ClientBase,
  kept: KeysFile,
  masterFile: string,
): Promise<void> {
  requireSameMaster(kept, masterFile);
  await client.query(`insert into ${TABLE} select * from json_populate_recordset(null::${TABLE}, $1::json)`, [
    `[${kept.keys.join(',')}]`,
  ]);
  if (existsSync(masterFile)) return;
  mkdirSync(dirname(masterFile), { recursive: true, mode: 0o700 });
  writeWhole(masterFile, `${kept.master}\n`, 0o600);
}

/** @throws BackupRefused where the installation has another master key already */
export function requireSameMaster({ master }: KeysFile, masterFile: string): void {
  if (!existsSync(masterFile) || readFileSync(masterFile, 'utf8').trim() === master) return;
  throw new BackupRefused(
    `${masterFile} 已有另一把主密钥，请先移开它，或用 MUBIAO_KEYS 指定备份时的主密钥。`,
  );
}
