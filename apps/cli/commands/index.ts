import type { Command } from 'commander';

import { registerImport } from './import.ts';
import { registerScore } from './score.ts';
import { registerScreen } from './screen.ts';
import { registerStart } from './start.ts';

/** Each command is a file here that registers itself on the program. */
export const commands: readonly ((program: Command) => void)[] = [
  registerImport,
  registerScore,
  registerScreen,
  registerStart,
];
