import type { Command } from 'commander';
import { configurationOrFail } from '../configuration.ts';
import { CommandFailed } from '../command-failed.ts';
import { printLine, say } from '../output.ts';
import { withInstallation } from '../with-installation.ts';

/** Personal details: erasing a key makes every copy of them unreadable, and breaks no seal. */
export function registerPerson(program: Command): void {
  program
    .command('person')
    .description('个人信息')
    .command('erase')
    .description('删除某单位申报表中某人的姓名和电话（删除其密钥，不可恢复，封存不受影响）')
    .requiredOption('--unit <code>', '单位编码')
    .requiredOption('--name <name>', '表中填写的姓名')
    .option('--yes', '不再询问，直接删除')
    .action(async ({ unit, name, yes }: { unit: string; name: string; yes?: true }) => {
      if (!yes) throw new CommandFailed(`将永久删除单位 ${unit} 中“${name}”的个人信息，确认请加 --yes。`);
      const erased = await withInstallation(configurationOrFail(process.env), ({ keys }) =>
        keys.erase({ unitCode: unit, name }),
      );
      if (erased === 0)
        throw new CommandFailed(`单位 ${unit} 的申报表中没有“${name}”的个人信息，请核对编码和姓名。`);
      say('已删除，相关申报表中将显示“〔已依法删除〕”。');
      await printLine({ erased });
    });
}
