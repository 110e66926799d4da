import type { Command } from 'commander';
import { openEventStore } from '#platform/event-store';
import {
  PoisonousEvent,
  PROJECTIONS,
  projectionNamed,
  rebuildNamed,
  RebuildRunning,
  VIEWS,
  type Projection,
} from '#read-models';

import { WrongUsage } from '../chinese-command.ts';
import { CommandFailed } from '../command-failed.ts';
import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';
import { withDatabase } from '../with-database.ts';

const NAMES = [...new Set([...Object.keys(VIEWS), ...PROJECTIONS.map(({ name }) => name)])];

export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('由事件重新生成一个读模型：在旁边建好、追平后一次切换，期间系统照常读写')
    .argument('<名称>', `${NAMES.join('、')}；all 为全部`)
    .action((name: string) => rebuild(projectionsNamed(name)));
}

function projectionsNamed(name: string): readonly Projection[] {
  if (name === 'all') return PROJECTIONS;
  const found = projectionNamed(name);
  if (found === undefined)
    throw new WrongUsage(`没有名为“${name}”的读模型，可用：${NAMES.join('、')}，或 all。`);
  return [found];
}

async function rebuild(projections: readonly Projection[]): Promise<void> {
  const configuration = configurationOrFail(process.env);
  await withDatabase(configuration, async (databaseUrl) => {
    const store = await openEventStore({ ...configuration, databaseUrl });
    try {
      for (const projection of projections) {
        say(`正在重建 ${projection.name}……`);
        const onProgress = (events: number): void => say(`${projection.name}：已处理 ${events} 个事件`);
        const options = { databaseUrl, store, projection, onProgress };
        await printLine(await rebuildNamed(options).catch(failInSentence(projection)));
      }
    } finally {
      await store.close();
    }
  });
}

const failInSentence =
  ({ name }: Projection) =>
  (error: unknown): never => {
    if (error instanceof RebuildRunning)
      throw new CommandFailed(`${name} 正在由另一个进程重建，请等它结束后再试。`, { cause: error });
    if (!(error instanceof PoisonousEvent)) throw error;
    const { eventId, position } = error.event;
    throw new CommandFailed(
      `${name} 无法重建：事件 ${eventId}（位置 ${position}）无法处理（${error.message}）。原有读模型保持不变。`,
      { cause: error },
    );
  };
