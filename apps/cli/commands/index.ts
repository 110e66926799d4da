import type { Command } from 'commander';

import { registerStart } from './start.ts';

/** Each command is a file here that registers itself on the program. */
export const commands: readonly ((program: Command) => void)[] = [registerStart];
