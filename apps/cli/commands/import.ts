import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

import { importFile } from '#documents';

import { reasonOf, yearOf } from '../input.ts';
import { printLine, say } from '../output.ts';

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('读取申报表、目标表、支出方向表和公开表（docx、xlsx、xls、网页、文本），每张表输出一行 JSON')
    .argument('<文件...>', '要读取的文件，可以多个')
    .option('--year <年度>', '文件没有写明年度时采用的年度，如 2024')
    .action((files: string[], { year }: { year?: string }) => importFiles(files, yearOf(year)));
}

/** A line for each form, or one that says why the file could not be read; the other files are read all the same. */
async function importFiles(files: readonly string[], year: number | undefined): Promise<void> {
  for (const file of files) {
    try {
      const document = { name: file, bytes: await readFile(file), ...(year !== undefined && { year }) };
      for (const imported of await importFile(document)) await printLine({ file, ...imported });
    } catch (error) {
      const { code, message } = reasonOf(error);
      await printLine({ file, error: { code, message } });
      say(`${file}：${message}`);
      process.exitCode = 1;
    }
  }
}
