import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  catchUpLog,
  checkHistory,
  deliverToFile,
  HISTORY_TERMS,
  keysUsed,
  listRoots,
  rotateSigningKey,
  signRoot,
  type PackageMaker,
} from '#audit';
import { signingFilesOf } from '#platform/configuration';

import { withAudit } from '../audit-installation.ts';
import { configurationOrFail } from '../configuration.ts';
import { CommandFailed } from '../command-failed.ts';
import { reasonOf } from '../input.ts';
import { printLine, say } from '../output.ts';

const LISTED = 20;

/** 签名根: to sign, to list, to change the key, and to hold the whole history against a copy kept outside. */
export function registerSeals(program: Command): void {
  const seals = program.command('seals').description('签名根：对全部历史的签名');
  seals
    .command('sign')
    .description('立即对全部事件签名并写入外部副本 roots.jsonl')
    .action(() => withSeals(sign));
  seals
    .command('list')
    .description('最近的签名根和全部签名公钥，每个一行')
    .action(() => withSeals(list));
  seals
    .command('check')
    .description('用外部保存的签名根核对全部历史：截尾、删除、整链改写都会被发现，退出码为 1')
    .argument('<文件>', '外部保存的 roots.jsonl')
    .action((file: string) => withSeals((maker) => check(maker, file)));
  seals
    .command('rotate')
    .description('更换签名密钥；旧密钥改名保留，用于为新密钥作证')
    .action(async () => {
      const configuration = configurationOrFail(process.env);
      const { keyFile } = signingFilesOf(configuration);
      if (configuration.sealKeyText !== undefined) throw keptElsewhere(keyFile);
      await printLine(rotateSigningKey(keyFile));
      say('已更换，下一个签名根将使用新密钥。请备份新的密钥文件。');
    });
}

const withSeals = (use: (maker: PackageMaker) => Promise<void>): Promise<void> =>
  withAudit(configurationOrFail(process.env), use);

async function sign(maker: PackageMaker): Promise<void> {
  await catchUpLog(maker);
  const root = await signRoot(maker);
  await deliverToFile(maker.store, signingFilesOf(configurationOrFail(process.env)).outsideFile);
  if (root === null) throw new CommandFailed('还没有可以签名的事件。');
  await printLine(root);
}

const keptElsewhere = (keyFile: string): CommandFailed =>
  new CommandFailed(
    `签名密钥来自环境变量 MUBIAO_SEAL_KEY_PEM：请把旧密钥存为 ${keyFile}（权限 0600），再给该变量换上新密钥并重启，新密钥将由旧密钥作证。`,
  );

async function list({ store }: PackageMaker): Promise<void> {
  const { items } = await listRoots(store, { limit: LISTED });
  for (const root of items) await printLine({ type: 'root', ...root });
  for (const key of await keysUsed(store)) await printLine({ type: 'key', ...key });
}

async function check(maker: PackageMaker, file: string): Promise<void> {
  const outside = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailed(`${file}：${reasonOf(error).message}。`, { cause: error });
  });
  const verdict = await checkHistory(maker, outside);
  await printLine(verdict);
  if (verdict.firstBad === undefined) return;
  say(`${HISTORY_TERMS[verdict.firstBad.why]}。`);
  process.exitCode = 1;
}
