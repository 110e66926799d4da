import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { importDocument, UnreadableDocument } from '#documents';
import { valueAt, withRowIds, type Form } from '#form';
import { FormsSoFar, screen, type Severity } from '#screening';

export const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);
/** The fiscal year of each folder of the corpus, for tables that do not name theirs. */
export const FOLDERS = { declarations: 2023, disclosure: 2023, directions: 2019, overall: 2024 } as const;

export const hasCorpus = (): boolean => existsSync(CORPUS);

/** A defect of a form that a person found: its kind is a rule's code, or `judgement` for what only a person can see. */
interface Label {
  kind: string;
  /** The indicator's name, or the path of the field. */
  at: string;
  values: string;
}

interface Found {
  form: string;
  code: string;
  severity: Severity;
  at: string;
  message: string;
}

export interface Measured {
  forms: number;
  /** Per rule: found and labelled, found only, labelled only. */
  rules: Map<string, { hit: number; extra: number; missed: number; severity: Severity | undefined }>;
  extra: Found[];
  missed: (Label & { form: string })[];
  judgement: number;
}

const read = (name: string): Record<string, Label[]> =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Record<string, Label[]>;

/** Screens every labelled form and compares with the labels; `#2` in a key is the second form of the file. */
export function measure(): Measured {
  const labels = { ...read('labels.json'), ...read('labels-overall.json') };
  const found = screenCorpus().filter(({ form }) => labels[form] !== undefined);
  const rest = Object.entries(labels).flatMap(([form, list]) => list.map((label) => ({ ...label, form })));
  const judgement = rest.filter(({ kind }) => kind === 'judgement').length;
  const missed = rest.filter(({ kind }) => kind !== 'judgement');
  const result: Measured = {
    forms: Object.keys(labels).length,
    rules: new Map(),
    extra: [],
    missed,
    judgement,
  };
  const tally = (code: string, severity?: Severity) => {
    const entry = result.rules.get(code) ?? { hit: 0, extra: 0, missed: 0, severity };
    result.rules.set(code, { ...entry, severity: entry.severity ?? severity });
    return result.rules.get(code) ?? entry;
  };
  for (const finding of found) {
    const index = missed.findIndex((label) => isSame(label, finding));
    if (index < 0) result.extra.push(finding);
    else missed.splice(index, 1);
    tally(finding.code, finding.severity)[index < 0 ? 'extra' : 'hit']++;
  }
  for (const { kind } of missed) tally(kind).missed++;
  return result;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const isSame = (label: Label & { form: string }, { form, code, at }: Found): boolean =>
  label.form === form &&
  label.kind === code &&
  (bare(label.at) === bare(at) || (label.at.length > 1 && at.startsWith(`${label.at}/`)));

function screenCorpus(): Found[] {
  return Object.entries(FOLDERS).flatMap(([folder, year]) => {
    const run = new FormsSoFar();
    const files = readdirSync(new URL(`${folder}/`, CORPUS)).sort();
    return files.flatMap((file) =>
      formsOf(`${folder}/${file}`, year).flatMap((form, index) => {
        const id = `${folder}/${file}#${String(index + 1)}`;
        const findings = screen(form, { others: run.relatedTo(form) });
        run.add({ id, unit: form.unitName ?? '', form });
        return findings.map(({ code, severity, path, message }) => ({
          form: id,
          code,
          severity,
          message,
          at: placeOf(form, path),
        }));
      }),
    );
  });
}

/** The forms of a document of the corpus, with row ids; none where it cannot be read. */
export function formsOf(file: string, year: number): Form[] {
  const bytes = readFileSync(new URL(file, CORPUS));
  let last = 0;
  try {
    return importDocument({ name: file, bytes, year }).map(({ form }) =>
      withRowIds(form, () => `r${String(++last)}`),
    );
  } catch (error) {
    if (error instanceof UnreadableDocument) return [];
    throw error;
  }
}

/** Labels name an indicator by its name: ids depend on the importer. */
function placeOf(form: Form, path: string): string {
  const row = /^\/indicators\/[^/]+/.exec(path)?.[0];
  const name = row === undefined ? undefined : valueAt(form, `${row}/name`);
  return typeof name === 'string' ? name : path;
}
