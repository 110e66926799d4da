import { createRequire } from 'node:module';
import { CommanderError } from 'commander';

import { ChineseCommand, WrongUsage } from './chinese-command.ts';
import { commands } from './commands/index.ts';
import { CommandFailed } from './command-failed.ts';
import { say } from './output.ts';

/**
 * Runs one command line (without `node` and the script).
 * @returns the exit code: 0 = everything was read and answered; 1 = something could not be; 2 = wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  endQuietlyWithReader();
  const program = new ChineseCommand('mubiao').description('预算绩效目标管理系统');
  program.version(versionOfPackage(), '-V, --version', '显示版本');
  program.helpCommand('help [command]', '显示某个命令的帮助');
  for (const register of commands) register(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return answerTo(error);
  }
}

function answerTo(error: unknown): number {
  // Help that was asked for ends with 0; help shown because no command was given is wrong usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUsage) {
    say(error.message);
    return 2;
  }
  if (error instanceof CommandFailed) {
    for (const sentence of error.sentences) say(sentence);
    return 1;
  }
  const trace = process.env['LOG_LEVEL'] === 'debug' && error instanceof Error ? error.stack : undefined;
  say(
    trace ??
      `程序出错：${error instanceof Error ? error.message : String(error)}（设 LOG_LEVEL=debug 可看详情）`,
  );
  return 1;
}

/** `mubiao … | head` closes the pipe early, and a terminal may be gone before a clean stop is done: no errors. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.stderr.on('error', () => undefined);
}

function versionOfPackage(): string {
  const { version } = createRequire(import.meta.url)('#root') as { version: string };
  return version;
}
