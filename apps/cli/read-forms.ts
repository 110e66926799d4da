import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { describeFormIssue } from '#contracts';
import { importFile } from '#documents';
import { checkForm, withRowIds, type Form } from '#form';

import { NotAForm } from './input.ts';

/**
 * The forms of a file, in its order: a document (docx, xlsx, xls, html, txt), a form as JSON, a list of forms,
 * or the lines that `mubiao import` prints. `-` is the standard input, as JSON.
 * @param year the fiscal year of forms that name none
 * @throws UnreadableDocument, NotAForm, or the file system's error
 */
export async function readForms(file: string, year: number | undefined): Promise<Form[]> {
  if (file === '-') return formsOfJson(await text(process.stdin), year);
  const bytes = await readFile(file);
  if (/\.(?:json|jsonl|ndjson)$/i.test(file)) return formsOfJson(bytes.toString('utf8'), year);
  const imported = await importFile({ name: file, bytes, ...(year !== undefined && { year }) });
  return imported.map(({ form }) => withRowIds(form, rowIds()));
}

export function formsOfJson(json: string, year: number | undefined): Form[] {
  const values = parsed(json);
  if (values.length === 0) throw new NotAForm('文件中没有申报表，请确认选对了文件');
  return values.map((value) => {
    const checked = checkForm(formIn(value));
    if ('issues' in checked)
      throw new NotAForm(
        checked.issues
          .slice(0, 3)
          .map((issue) => describeFormIssue(issue).message)
          .join('；'),
      );
    const form = withRowIds(checked.form, rowIds());
    return year === undefined || form.fiscalYear !== undefined ? form : { ...form, fiscalYear: year };
  });
}

function parsed(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? (value as unknown[]) : [value];
  } catch {
    return json
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parsedLine);
  }
}

function parsedLine(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new NotAForm(`第 ${String(index + 1)} 行不是合法的 JSON，请检查文件内容`);
  }
}

/** A line of `mubiao import` has the form inside; anything else is the form itself. */
const formIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'form' in value ? value.form : value;

function rowIds(): () => string {
  let last = 0;
  return () => `r${String(++last)}`;
}
