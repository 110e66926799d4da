import type { Command } from 'commander';

import { registerAdmin } from './admin.ts';
import { registerAttachments } from './attachments.ts';
import { registerAudit } from './audit.ts';
import { registerBackup } from './backup.ts';
import { registerFill } from './fill.ts';
import { registerImport } from './import.ts';
import { registerJobs } from './jobs.ts';
import { registerPerson } from './person.ts';
import { registerRebuild } from './rebuild.ts';
import { registerScore } from './score.ts';
import { registerScreen } from './screen.ts';
import { registerSeals } from './seals.ts';
import { registerStart } from './start.ts';
import { registerVerify } from './verify.ts';

/** Each command is a file here that registers itself on the program. */
export const commands: readonly ((program: Command) => void)[] = [
  registerAdmin,
  registerAttachments,
  registerAudit,
  registerBackup,
  registerFill,
  registerImport,
  registerJobs,
  registerPerson,
  registerRebuild,
  registerScore,
  registerScreen,
  registerSeals,
  registerStart,
  registerVerify,
];
