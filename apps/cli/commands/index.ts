import type { Command } from 'commander';

import { registerAdmin } from './admin.ts';
import { registerImport } from './import.ts';
import { registerPerson } from './person.ts';
import { registerRebuild } from './rebuild.ts';
import { registerScore } from './score.ts';
import { registerScreen } from './screen.ts';
import { registerStart } from './start.ts';

/** Each command is a file here that registers itself on the program. */
export const commands: readonly ((program: Command) => void)[] = [
  registerAdmin,
  registerImport,
  registerPerson,
  registerRebuild,
  registerScore,
  registerScreen,
  registerStart,
];
