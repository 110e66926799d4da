import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The real documents; they lie beside the checkout and are never copied into it. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

export const hasCorpus = existsSync(CORPUS);

/** Names of the files of a folder of the corpus, sorted. */
export const filesOf = (folder: string): string[] => readdirSync(join(CORPUS, folder)).sort();

export const bytesOf = (file: string): Uint8Array => readFileSync(join(CORPUS, file));

/** The lines of a JSONL file of the corpus. */
export function recordsOf<R>(file: string): R[] {
  const lines = readFileSync(join(CORPUS, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as R);
}
