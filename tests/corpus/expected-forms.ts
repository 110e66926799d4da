import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedForm } from '#documents';

/** A hand-checked document: its forms without row ids; a long text is its beginning, `…` and its length. */
export interface ExpectedDocument {
  file: string;
  forms: { form: unknown; opinions: unknown }[];
}

const FOLDER = join(import.meta.dirname, 'expected');

export const expectedDocuments = (): ExpectedDocument[] =>
  readdirSync(FOLDER)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ExpectedDocument);

/** Every field of a value by its path, rows by index: `/indicators/0/name` → "…". */
export function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  const entries = Object.entries(value).filter(([key]) => key !== 'id');
  return new Map(entries.flatMap(([key, inner]) => [...flatten(inner, `${path}/${key}`)]));
}

/** How the fields of a document compare: right of present, and every difference in words. */
export interface FieldCount {
  right: number;
  present: number;
  differences: string[];
}

export function compareFields(expected: ExpectedDocument, imported: readonly ImportedForm[]): FieldCount {
  const wanted = flatten(expected.forms);
  const found = flatten(imported.map(({ form, opinions }) => ({ form, opinions })));
  const paths = [...new Set([...wanted.keys(), ...found.keys()])];
  const differences = paths
    .filter((path) => !isSame(wanted.get(path), found.get(path)))
    .map((path) => `${expected.file} ${path}: ${wanted.get(path) ?? '—'} → ${found.get(path) ?? '—'}`);
  return { right: paths.length - differences.length, present: paths.length, differences };
}

function isSame(wanted: string | undefined, found: string | undefined): boolean {
  const [, beginning, length] = /^(.*)…(\d+)$/s.exec(wanted ?? '') ?? [];
  if (beginning === undefined || found === undefined) return wanted === found;
  return found.startsWith(beginning) && found.length === Number(length);
}
