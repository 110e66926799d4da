import { InvalidArgumentError } from 'commander';

import { ChineseCommand, WrongUsage } from './chinese-command.ts';

function program(): ChineseCommand {
  const mubiao = new ChineseCommand('mubiao');
  mubiao.helpCommand(false);
  const year = (text: string): number => {
    if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('应为四位数字的年度');
    return Number(text);
  };
  mubiao
    .command('screen')
    .argument('<file...>', '文件')
    .option('--year <year>', '年度', year)
    .action(() => undefined);
  mubiao.command('start').action(() => undefined);
  return mubiao;
}

const complaintAbout = (...args: string[]): string => {
  try {
    program().parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof WrongUsage) return error.message;
  }
  throw new Error('It was understood.');
};

describe('a command line that is not understood', () => {
  it.each([
    [['frob'], '没有“frob”这个命令。用 mubiao --help 查看用法。'],
    [['--frob'], '没有“--frob”这个选项。用 mubiao --help 查看用法。'],
    [['screen'], '缺少参数“file”。用 mubiao screen --help 查看用法。'],
    [['screen', 'a', '--frob'], '没有“--frob”这个选项。用 mubiao screen --help 查看用法。'],
    [['screen', 'a', '--year'], '选项“--year <year>”缺少值。用 mubiao screen --help 查看用法。'],
    [
      ['screen', 'a', '--year', 'x'],
      '“--year <year>”的值不对：应为四位数字的年度。用 mubiao screen --help 查看用法。',
    ],
    [['start', 'now'], '参数过多。用 mubiao start --help 查看用法。'],
  ])('%j is told in a Chinese sentence', (args, sentence) => {
    expect(complaintAbout(...args)).toBe(sentence);
  });

  it('has no English left in the headings of the help', () => {
    const help = program().helpInformation();
    expect(help).toContain('用法：');
    expect(help).not.toMatch(/Usage:|Options:|Commands:|Arguments:|display help|\[options\]/);
  });
});
