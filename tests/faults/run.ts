// npm run faults: attacks the running parts and says what came of it; ends with 1 where a promise was broken.
import { parseArgs } from 'node:util';
import { closeTestServer, openTestServer } from '../support/test-server.mjs';
import { killApi } from './kills/kill-api.ts';
import { killPostgresql } from './kills/kill-postgresql.ts';
import { killProjector } from './kills/kill-projector.ts';
import { killWriters } from './kills/kill-writers.ts';
import { reminders } from './reminders/index.ts';
import { repeatedCommands } from './repeated-commands.ts';
import { subscribers } from './subscribers/index.ts';
import { tampers } from './tampers/index.ts';
import { verdictLine, type Attack, type Verdict } from './verdict.ts';

const ATTACKS: readonly Attack[] = [
  subscribers,
  killPostgresql,
  killWriters,
  killApi,
  killProjector,
  repeatedCommands,
  tampers,
  reminders,
];

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean' } } });
const only = values.only?.split(',');
const say = (line: string): void => void process.stderr.write(`… ${line}\n`);

process.env['MUBIAO_TEST_DATABASE_URL'] = await openTestServer();
const verdicts: Verdict[] = [];
try {
  for (const { name, run } of ATTACKS) {
    if (only?.includes(name) === false) continue;
    say(name);
    const told = await run({ isShort: values.short === true, say });
    for (const verdict of told) console.log(verdictLine(verdict));
    verdicts.push(...told);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeTestServer();
}
const broken = verdicts.filter(({ isAsPromised }) => !isAsPromised);
console.log(`\n${verdicts.length - broken.length} of ${verdicts.length} as promised.`);
if (broken.length > 0 || verdicts.length === 0) process.exitCode = 1;
