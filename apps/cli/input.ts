import { UnreadableDocument } from '#documents';

import { WrongUsage } from './chinese-command.ts';

/** The fiscal year that `--year` gives; undefined where it is not given. */
export function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 1990 || year > 2100) throw new WrongUsage(`--year 应为 1990 到 2100 之间的年度，收到“${text}”`);
  return year;
}

const CANNOT_OPEN: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在，请检查路径',
  EACCES: '没有读取文件的权限',
  EISDIR: '这是一个文件夹，请指定其中的文件',
};

/** Why a file could not be read, as the line that a command prints for it; other errors are thrown on. */
export function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableDocument || error instanceof NotAForm)
    return { code: error.code, message: error.message };
  const { code = '' } = error as NodeJS.ErrnoException;
  const message = CANNOT_OPEN[code];
  if (message === undefined) throw error;
  return { code, message };
}

/** A JSON file that holds something else than forms; `message` is the sentence for the user. */
export class NotAForm extends Error {
  override readonly name = 'NotAForm';
  readonly code = 'NotAForm';
}
