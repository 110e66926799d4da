import { Ajv, type ErrorObject } from 'ajv';
import {
  formSchemas,
  recordedFormSchemas,
  ROW_LISTS,
  type Form,
  type FormInput,
  type FormKind,
  type RowList,
} from './schema.ts';

/** Why a value cannot stand in a form; the sentence for each is written in contracts. */
export type FormIssueCode =
  | 'not-an-object'
  | 'unknown-kind'
  | 'unknown-field'
  | 'wrong-type'
  | 'blank'
  | 'too-long'
  | 'too-many-rows'
  | 'not-an-amount'
  | 'not-a-decimal'
  | 'not-a-row-id'
  | 'not-a-year'
  | 'not-a-choice'
  | 'not-a-checksum'
  | 'duplicate-row-id';

/** `path` is a JSON Pointer into the form, a row by its id where it has one, else by its index. */
export interface FormIssue {
  path: string;
  code: FormIssueCode;
  limit?: number;
  choices?: readonly string[];
}

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
const checks = {
  project: ajv.compile<FormInput>(formSchemas.project),
  overall: ajv.compile<FormInput>(formSchemas.overall),
  direction: ajv.compile<FormInput>(formSchemas.direction),
};

const recordedChecks = {
  project: ajv.compile<Form>(recordedFormSchemas.project),
  overall: ajv.compile<Form>(recordedFormSchemas.overall),
  direction: ajv.compile<Form>(recordedFormSchemas.direction),
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (kind: unknown): kind is FormKind => typeof kind === 'string' && Object.hasOwn(checks, kind);

/**
 * Checks the shape of a form, not its sense: a draft may be as wrong as it likes, but every value has its place.
 * @returns the form, or every issue at once
 */
export function checkForm(value: unknown): { form: FormInput } | { issues: FormIssue[] } {
  if (!isRecord(value)) return { issues: [{ path: '', code: 'not-an-object' }] };
  const { kind } = value;
  if (!isKind(kind))
    return { issues: [{ path: '/kind', code: 'unknown-kind', choices: Object.keys(checks) }] };
  const check = checks[kind];
  if (!check(value)) return { issues: issuesOf(check.errors ?? [], value) };
  const issues = duplicateRows(value);
  return issues.length > 0 ? { issues } : { form: value };
}

/** Whether a form may stand in an event: the right shape, every row with its id, persons readable or sealed. */
export const isRecordedForm = (form: Form): boolean => recordedChecks[form.kind](form);

/** Gives every row without an id the next free one from `nextId`; rows that have one keep it through all revisions. */
export function withRowIds(form: FormInput, nextId: () => string): Form {
  const copy: Record<string, unknown> = { ...form };
  for (const list of ROW_LISTS) {
    const rows = rowsOf(form, list);
    if (!rows) continue;
    const taken = new Set(rows.map((row) => row.id));
    const fresh = (): string => {
      const id = nextId();
      return taken.has(id) ? fresh() : id;
    };
    copy[list] = rows.map((row) => ({ ...row, id: row.id ?? fresh() }));
  }
  return copy as Form;
}

const rowsOf = (form: FormInput, list: RowList): readonly { id?: string }[] | undefined =>
  (form as { [L in RowList]?: readonly { id?: string }[] })[list];

function duplicateRows(form: FormInput): FormIssue[] {
  const issues: FormIssue[] = [];
  for (const list of ROW_LISTS) {
    const rows = rowsOf(form, list) ?? [];
    const seen = new Set<string>();
    for (const { id } of rows) {
      if (id === undefined) continue;
      if (seen.has(id)) issues.push({ path: `/${list}/${id}/id`, code: 'duplicate-row-id' });
      seen.add(id);
    }
  }
  return issues;
}

/** One issue a place: a blank text also breaks the pattern, and the first says enough. */
function issuesOf(errors: readonly ErrorObject[], form: unknown): FormIssue[] {
  const byPath = new Map<string, FormIssue>();
  for (const error of errors) {
    const issue = issueOf(error, form);
    if (!byPath.has(issue.path)) byPath.set(issue.path, issue);
  }
  return [...byPath.values()];
}

function issueOf(error: ErrorObject, form: unknown): FormIssue {
  const path = byRowId(error.instancePath, form);
  const params = error.params as {
    limit?: number;
    additionalProperty?: string;
    pattern?: string;
    allowedValues?: string[];
  };
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: `${path}/${params.additionalProperty ?? ''}`, code: 'unknown-field' };
    case 'maxLength':
      return { path, code: 'too-long', limit: params.limit ?? 0 };
    case 'maxItems':
      return { path, code: 'too-many-rows', limit: params.limit ?? 0 };
    case 'minLength':
      return { path, code: 'blank' };
    case 'minimum':
    case 'maximum':
      return { path, code: 'not-a-year' };
    case 'enum':
      return { path, code: 'not-a-choice', choices: params.allowedValues ?? [] };
    case 'pattern':
      return { path, code: patternCode(params.pattern ?? '') };
    default:
      return { path, code: 'wrong-type' };
  }
}

function patternCode(pattern: string): FormIssueCode {
  if (pattern === '\\S') return 'blank';
  if (pattern.includes('100000000')) return 'not-an-amount';
  if (pattern.includes('a-f')) return 'not-a-checksum';
  return pattern.includes('A-Z') ? 'not-a-row-id' : 'not-a-decimal';
}

function byRowId(instancePath: string, form: unknown): string {
  const parts = instancePath.split('/');
  const [, list, index] = parts;
  if (list === undefined || index === undefined || !isRecord(form)) return instancePath;
  const rows = form[list];
  const row: unknown = Array.isArray(rows) ? rows[Number(index)] : undefined;
  if (isRecord(row) && typeof row['id'] === 'string' && parts[3] !== 'id') parts[2] = row['id'];
  return parts.join('/');
}
