import type { Command } from 'commander';
import { Attachments, referencedHashes } from '#platform/attachments';
import type { Installation } from '#platform/installation';

import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';
import { withInstallation } from '../with-installation.ts';

const FAULTS = { missing: '文件缺失', altered: '内容与记录的 SHA-256 不符' } as const;

/** 附件: to hold what is stored against what the events say, and to remove what nothing refers to. */
export function registerAttachments(program: Command): void {
  const attachments = program.command('attachments').description('附件：核对与清理');
  attachments
    .command('verify')
    .description('逐个核对事件引用的附件：缺失或被改动的各输出一行，退出码为 1')
    .action(() => withAttachments(verify));
  attachments
    .command('collect')
    .description('删除一天以上没有使用、也没有任何事件引用的附件，每个输出一行；连同一天前中断的上传')
    .action(() => withAttachments(collect));
}

interface Both {
  attachments: Attachments;
  store: Installation['store'];
}

function withAttachments(use: (both: Both) => Promise<void>): Promise<void> {
  const configuration = configurationOrFail(process.env);
  const { dataFolder } = configuration;
  return withInstallation(configuration, async ({ pool, store }) => {
    const attachments = await Attachments.open(pool, { ...configuration.attachments, dataFolder });
    await use({ attachments, store });
  });
}

async function verify({ attachments, store }: Both): Promise<void> {
  const referenced = await referencedHashes(store);
  let bad = 0;
  for (const [sha256, streams] of referenced) {
    const fault = await attachments.faultOf(sha256);
    if (fault === null) continue;
    bad += 1;
    await printLine({ sha256, fault, targets: [...streams].map((stream) => stream.replace('target-', '')) });
    say(`${sha256}：${FAULTS[fault]}。`);
  }
  say(`核对了 ${referenced.size} 个附件，${bad === 0 ? '全部完好' : `${bad} 个有问题`}。`);
  if (bad > 0) process.exitCode = 1;
}

async function collect({ attachments, store }: Both): Promise<void> {
  const now = Date.now();
  const removed = await attachments.collect(await referencedHashes(store), now);
  const abandoned = await attachments.collectAbandoned(now);
  for (const sha256 of removed) await printLine({ sha256, removed: true });
  say(`删除了 ${removed.length} 个没有引用的附件、${abandoned} 个中断的上传。`);
}
