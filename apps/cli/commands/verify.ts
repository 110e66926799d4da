import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { FAULT_TERMS, verifyPackage, type FirstBad, type PackageVerdict } from '#audit';

import { CommandFailed } from '../command-failed.ts';
import { reasonOf } from '../input.ts';
import { printLine, say } from '../output.ts';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('核验审计包：不需要系统和网络，完好时退出码为 0，被改动时指出第一处，退出码为 1')
    .argument('<审计包>', '审计包文件（zip）')
    .option('--roots <文件>', '平时保存在外部的签名根（roots.jsonl），用于核对')
    .action(async (file: string, { roots }: { roots?: string }) => {
      if (roots !== undefined) await readFile(roots).catch(unreadable(roots));
      const verdict = await verifyPackage(file, roots).catch(unreadable(file));
      await printLine({ file, ...verdict });
      say(verdict.firstBad ? sentenceOf(verdict.firstBad) : standingOf(verdict));
      if (verdict.firstBad) process.exitCode = 1;
    });
}

const unreadable =
  (file: string) =>
  (error: unknown): never => {
    throw new CommandFailed(`${file}：${reasonOf(error).message}。`, { cause: error });
  };

/** What an intact package proves, and what it does not. */
function standingOf({ outside }: PackageVerdict): string {
  if (outside === undefined)
    return '包内前后一致；要证明历史没有被整体改写，请用 --roots 与外部保存的签名根核对。';
  return outside === 'agrees'
    ? '包内前后一致，与外部保存的签名根相符。'
    : '包内前后一致；外部副本比本包旧，只证明到它的最后一个签名根，其后的历史请用更新的副本核对。';
}

/** `目标 …第 3 版：…` */
function sentenceOf({ why, file, stream, revision }: FirstBad): string {
  const where = stream === undefined ? file : `${stream} 第 ${String(revision ?? '?')} 版（${file}）`;
  return `${where}：${FAULT_TERMS[why]}。`;
}
