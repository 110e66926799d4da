import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  BackupRefused,
  makeBackup,
  restoreBackup,
  verifyBackup,
  type BackupManifest,
} from '#platform/backup';

import { WrongUsage } from '../chinese-command.ts';
import { CommandFailed } from '../command-failed.ts';
import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';
import { readRunFile } from '../run-file.ts';
import { withDatabase } from '../with-database.ts';

/** 备份: while the system runs; 恢复: into an empty one; and to look whether a backup is whole. */
export function registerBackup(program: Command): void {
  const backup = program.command('backup').description('备份：系统照常运行');
  backup
    .argument('<目录>', '新的或空的目录')
    .option('--keys <目录>', '个人信息密钥另存到这个目录（与备份分开保管）')
    .action((folder: string, { keys }: { keys?: string }) => back(resolve(folder), keys));
  backup
    .command('verify')
    .description('核验备份：清单、行数、每个事件的封存和签名根，不需要系统')
    .argument('<目录>', '备份目录')
    .action((folder: string) => verify(resolve(folder)));
  program
    .command('restore')
    .description('把备份恢复到空的系统（先停止系统；由 MUBIAO_DATA 或 DATABASE_URL 指定位置）')
    .argument('<目录>', '备份目录')
    .option('--keys <目录>', '备份时 --keys 指定的目录')
    .option('--without-keys', '没有个人信息密钥也恢复，姓名和电话将显示为〔已依法删除〕')
    .action((folder: string, options: { keys?: string; withoutKeys?: true }) =>
      restore(resolve(folder), options),
    );
}

async function back(folder: string, keys: string | undefined): Promise<void> {
  const configuration = configurationOrFail(process.env);
  const made = await withDatabase(configuration, (databaseUrl) =>
    makeBackup({
      place: { ...configuration, databaseUrl },
      folder,
      keysFolder: keys === undefined ? undefined : resolve(keys),
      log: say,
    }).catch(inSentences),
  );
  if (made.personKeys === null)
    say('没有给出 --keys：个人信息的密钥没有备份，仅凭这份备份恢复后姓名和电话无法显示。');
  if (configuration.sealKeyText !== undefined)
    say('签名密钥来自环境变量 MUBIAO_SEAL_KEY_PEM，不在备份中，请另行保管。');
  await printLine({ folder, ...counted(made), personKeys: made.personKeys });
}

async function verify(folder: string): Promise<void> {
  const { manifest, history } = await verifyBackup(folder).catch(inSentences);
  await printLine({ folder, ...counted(manifest), ...history });
}

async function restore(
  folder: string,
  { keys, withoutKeys }: { keys?: string; withoutKeys?: true },
): Promise<void> {
  if ((keys === undefined) === (withoutKeys === undefined))
    throw new WrongUsage(
      '请用 --keys 指定个人信息密钥所在的目录；确实没有时用 --without-keys，姓名和电话将显示为〔已依法删除〕。',
    );
  const configuration = configurationOrFail(process.env);
  const running = readRunFile(configuration.dataFolder);
  if (running)
    throw new CommandFailed(`系统正在运行（进程号 ${running.pid}），请先停止它，并恢复到空的数据目录。`);
  const keysFolder = keys === undefined ? null : resolve(keys);
  const { manifest, history } = await withDatabase(configuration, (databaseUrl) =>
    restoreBackup({ place: { ...configuration, databaseUrl }, folder, keysFolder, log: say }).catch(
      inSentences,
    ),
  );
  say('已恢复，封存和签名根核对无误。登录状态没有恢复，请重新登录。');
  await printLine({ folder, ...counted(manifest), ...history });
}

const counted = ({ made, tables, files }: BackupManifest): object => ({
  made,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.length,
  bytes: [...tables, ...files].reduce((sum, { size }) => sum + size, 0),
});

/** What the disk refuses is said with its code; other errors are thrown on. */
function inSentences(error: unknown): never {
  if (error instanceof BackupRefused) throw new CommandFailed(error.message, { cause: error });
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof Error && path !== undefined && code !== undefined)
    throw new CommandFailed(`无法读写 ${path}（${code}），请检查路径、权限和磁盘空间。`, { cause: error });
  throw error;
}
