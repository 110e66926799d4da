import { rmSync, type WriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import {
  NothingToPackage,
  recordAccess,
  writePackage,
  type Manifest,
  type PackageMaker,
  type PackageScope,
} from '#audit';

import { withAudit } from '../audit-installation.ts';
import { CommandFailed } from '../command-failed.ts';
import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';

/** Who works at the machine itself, as the record names them. */
const OPERATOR = { user: 'command-line', name: '命令行', post: '', organisation: '' };
const TOLD_EVERY = 100;

/** 审计包 of a target, a department or a campaign, into a file. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('生成审计包（zip），用 mubiao verify 核验');
  const kinds: readonly [string, string, (id: string) => PackageScope][] = [
    ['target', '一个绩效目标（编号）', (target) => ({ target })],
    ['department', '一个主管部门的全部目标（编码）', (department) => ({ department })],
    ['campaign', '一个申报批次的全部目标（编号）', (campaign) => ({ campaign })],
  ];
  for (const [name, description, scopeOf] of kinds)
    audit
      .command(name)
      .description(description)
      .argument('<编号>', description)
      .requiredOption('--out <文件>', '写到哪个文件')
      .action((id: string, { out }: { out: string }) =>
        withAudit(configurationOrFail(process.env), (maker) => make(maker, scopeOf(id), out)),
      );
}

/** Appears whole or not at all. */
async function make(maker: PackageMaker, scope: PackageScope, out: string): Promise<void> {
  const id = randomUUID();
  const part = `${out}.${id}.part`;
  try {
    const order = { id, scope, by: OPERATOR.name, onProgress: told };
    const { root, streams } = await writePackage(maker, order, await opened(part));
    await recordAccess(maker, { id, scope, actor: OPERATOR });
    await rename(part, out);
    await printLine({ file: out, id, ...counted(streams), root });
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof NothingToPackage) throw new CommandFailed(error.message, { cause: error });
    if (isOfFiles(error))
      throw new CommandFailed(`无法写入 ${out}（${error.code}），请检查路径和权限。`, { cause: error });
    throw error;
  }
}

/** Open before anything is read for it: where it cannot be, that is said at once. */
const opened = async (file: string): Promise<WriteStream> =>
  (await open(file, 'wx', 0o600)).createWriteStream();

function told(done: number, total: number): void {
  if (done % TOLD_EVERY === 0) say(`已写入 ${done} / ${total} 个目标`);
}

const counted = (streams: Manifest['streams']): { targets: number; events: number } => ({
  targets: streams.filter(({ stream }) => stream.startsWith('target-')).length,
  events: streams.reduce((sum, { events }) => sum + events, 0),
});

const isOfFiles = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)) && 'path' in error;
