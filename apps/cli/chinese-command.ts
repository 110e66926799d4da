import { Command } from 'commander';

/** The command line was not understood: exit code 2. The message is a Chinese sentence. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** What the parser complains of, by its code; `quoted` is what it puts into quotation marks. */
const COMPLAINTS: Readonly<Record<string, (quoted: string, rest: string) => string>> = {
  'commander.unknownCommand': (quoted) => `没有“${quoted}”这个命令`,
  'commander.unknownOption': (quoted) => `没有“${quoted}”这个选项`,
  'commander.missingArgument': (quoted) => `缺少参数“${quoted}”`,
  'commander.optionMissingArgument': (quoted) => `选项“${quoted}”缺少值`,
  'commander.missingMandatoryOptionValue': (quoted) => `必须给出选项“${quoted}”`,
  'commander.conflictingOption': (quoted) => `选项“${quoted}”不能与另一个选项同时使用`,
  'commander.excessArguments': () => '参数过多',
  'commander.invalidArgument': (quoted, rest) => `“${quoted}”的值不对：${rest}`,
};

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

const inChinese = (usage: string): string =>
  usage.replace('[options]', '[选项]').replace('[command]', '[命令]');

/** Commander's command, speaking Chinese, and throwing `WrongUsage` instead of ending the process. */
export class ChineseCommand extends Command {
  constructor(name?: string) {
    super(name);
    this.helpOption('-h, --help', '显示帮助');
    this.exitOverride();
    this.configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
    });
  }

  override createCommand(name?: string): ChineseCommand {
    return new ChineseCommand(name);
  }

  override error(message: string, options?: { code?: string }): never {
    const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
    const rest = message.split(' is invalid. ')[1] ?? '';
    const complaint = COMPLAINTS[options?.code ?? '']?.(quoted, rest) ?? message;
    throw new WrongUsage(`${complaint}。用 mubiao ${this.path()}--help 查看用法。`);
  }

  private path(): string {
    return this.parent === null ? '' : `${this.name()} `;
  }
}
