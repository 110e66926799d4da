import { importDocument, UnreadableDocument, type ImportedForm } from '#documents';
import { bytesOf, filesOf, recordsOf } from './corpus.ts';
import { compareFields, expectedDocuments, type FieldCount } from './expected-forms.ts';

/** Forms that each folder holds, counted by hand: the fund's directions are a form each, 06 of disclosure holds two. */
export const FORMS_PRESENT = { declarations: 6, directions: 6, disclosure: 24, overall: 80 } as const;
export type Folder = keyof typeof FORMS_PRESENT;
export const FOLDERS = Object.keys(FORMS_PRESENT) as Folder[];

/** What one folder gave. `outside` counts lines of text around the tables, `cells` those inside them. */
export interface FolderMeasure {
  folder: Folder;
  forms: number;
  indicators: number;
  unrecognised: { cells: number; outside: number };
  milliseconds: number;
}

export interface ImportedDocument {
  file: string;
  forms: ImportedForm[];
}

/** Imports every file of a folder; the one that holds no form (a narrative) has none. */
export function importFolder(folder: Folder): ImportedDocument[] {
  return filesOf(folder).map((name) => {
    const file = `${folder}/${name}`;
    try {
      return { file, forms: importDocument({ name, bytes: bytesOf(file) }) };
    } catch (error) {
      if (error instanceof UnreadableDocument && error.code === 'NoFormFound') return { file, forms: [] };
      throw error;
    }
  });
}

export function measureFolder(folder: Folder): FolderMeasure {
  const start = performance.now();
  const forms = importFolder(folder).flatMap((document) => document.forms);
  const left = forms.flatMap((one) => one.unrecognised);
  const outside = left.filter(({ where }) => where.startsWith('正文')).length;
  return {
    folder,
    forms: forms.length,
    indicators: forms.reduce((sum, { form }) => sum + (form.indicators?.length ?? 0), 0),
    unrecognised: { cells: left.length - outside, outside },
    milliseconds: Math.round(performance.now() - start),
  };
}

/** The fields of the hand-checked documents, document by document. */
export const measureFields = (): FieldCount[] =>
  expectedDocuments().map((expected) =>
    compareFields(expected, importDocument({ name: expected.file, bytes: bytesOf(expected.file) })),
  );

interface ScoringRow {
  departmentIndex: number;
  level1: string;
  level2: string;
  name: string;
  type: string;
  value: string;
  unit: string;
  explanation: string;
  rule: string;
  weightText: string;
}

/** The named indicators of `overall` against the rows that scoring uses, in order, department by department. */
export function measureRows(): FieldCount {
  const byDepartment = new Map(
    importFolder('overall').map(({ file, forms }) => [
      Number(file.slice('overall/'.length, 'overall/'.length + 3)),
      forms.flatMap(({ form }) => form.indicators ?? []),
    ]),
  );
  const count: FieldCount = { right: 0, present: 0, differences: [] };
  for (const row of recordsOf<ScoringRow>('scoring/rows.jsonl').filter(({ name }) => name !== '不适用')) {
    const found = byDepartment.get(row.departmentIndex)?.shift() ?? {};
    const wanted = wantedOf(row);
    const { id: _id, ...fields } = { id: '', ...found };
    count.present += 1;
    if (JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(fields))) count.right += 1;
    else count.differences.push(`${String(row.departmentIndex)} ${row.name}: ${JSON.stringify(fields)}`);
  }
  for (const [department, rest] of byDepartment)
    count.differences.push(...rest.map(({ name }) => `${String(department)} ${name ?? ''}: not in rows`));
  return count;
}

const SIGNS: Readonly<Record<string, string>> = { '＝': '=', '﹦': '=', '≧': '≥', '﹥': '>' };

/** A row as a form holds it, by the rules at the end of the architecture. */
function wantedOf(row: ScoringRow): Record<string, string> {
  const { level1, level2, name, value, explanation, rule, type, unit } = row;
  return {
    ...{
      level1,
      level2,
      name,
      value,
      explanation,
      scoringRule: rule,
      weight: row.weightText.replace('分', ''),
    },
    [type === '定量' ? 'operatorText' : 'operator']: SIGNS[type] ?? type,
    ...(!['无', '-', ''].includes(unit) && { unit }),
  };
}

const sorted = (fields: object): [string, unknown][] =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
