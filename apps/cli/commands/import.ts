import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

import { importDocument, UnreadableDocument } from '#documents';

import { WrongUsage } from '../chinese-command.ts';
import { printLine, say } from '../output.ts';

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('读取申报表、目标表、支出方向表和公开表，每张表输出一行 JSON')
    .argument('<文件...>', '要读取的文件，可以多个')
    .option('--year <年度>', '文件没有写明年度时采用的年度，如 2024')
    .action((files: string[], { year }: { year?: string }) => importFiles(files, yearOf(year)));
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 1990 || year > 2100) throw new WrongUsage(`--year 应为 1990 到 2100 之间的年度，收到“${text}”`);
  return year;
}

/** A line for each form, or one that says why the file could not be read; the other files are read all the same. */
async function importFiles(files: readonly string[], year: number | undefined): Promise<void> {
  for (const file of files) {
    try {
      const document = { name: file, bytes: await readFile(file), ...(year !== undefined && { year }) };
      for (const imported of importDocument(document)) await printLine({ file, ...imported });
    } catch (error) {
      const { code, message } = reasonOf(error);
      await printLine({ file, error: { code, message } });
      say(`${file}：${message}`);
      process.exitCode = 1;
    }
  }
}

const CANNOT_OPEN: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在，请检查路径',
  EACCES: '没有读取文件的权限',
  EISDIR: '这是一个文件夹，请指定其中的文件',
};

function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableDocument) return { code: error.code, message: error.message };
  const { code = '' } = error as NodeJS.ErrnoException;
  const message = CANNOT_OPEN[code];
  if (message === undefined) throw error;
  return { code, message };
}
