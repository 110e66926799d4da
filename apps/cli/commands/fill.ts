import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';

import { fillDocument } from '#documents';
import type { Form } from '#form';

import { CommandFailed } from '../command-failed.ts';
import { reasonOf } from '../input.ts';
import { printBytes } from '../output.ts';
import { formsOfJson } from '../read-forms.ts';

export function registerFill(program: Command): void {
  program
    .command('fill')
    .description(
      '把标准输入的申报表（JSON，或 mubiao import 输出的一行）填回系统的申报表文件，只改有变化的单元格，结果输出到标准输出',
    )
    .argument('<文件>', '系统的 docx 或 xlsx 申报表或模板，可以是填过的')
    .action((file: string) => fill(file));
}

async function fill(file: string): Promise<void> {
  const { bytes, form } = await inputs(file);
  const filled = fillDocument(bytes, form);
  if (!filled)
    throw new CommandFailed(
      `${file}：不能原样填写——它不是系统的申报表、含有公式，或者没有地方放新增的行、栏目；请下载新的申报表`,
    );
  await printBytes(filled.bytes);
}

/** @throws CommandFailed naming the file, or the standard input, that cannot be read */
async function inputs(file: string): Promise<{ bytes: Uint8Array; form: Form }> {
  try {
    const bytes = await readFile(file);
    const [form, ...more] = formsOfJson(await text(process.stdin), undefined);
    if (form && more.length === 0) return { bytes, form };
  } catch (error) {
    throw new CommandFailed(`${file}：${reasonOf(error).message}`);
  }
  throw new CommandFailed('标准输入有多张申报表，一次请只给一张');
}
