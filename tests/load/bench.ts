// npm run bench: every measurement of docs/performance.md on one PostgreSQL of its own with durable settings.
import { closeTestServer, openTestServer } from '../support/test-server.mjs';
import { append } from './append/index.ts';
import { catchUp } from './catch-up/index.ts';
import { freshness } from './freshness.ts';
import { commands } from './http/index.ts';
import { loadAndFold } from './load-and-fold.ts';
import type { Measurement, Section } from './measuring/index.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { conclude, runBench } from './run-bench.ts';
import { packages } from './packages/index.ts';
import { reminders } from './reminders/index.ts';
import { sealing } from './sealing.ts';

const MEASUREMENTS: readonly Measurement[] = [
  append,
  loadAndFold,
  sealing,
  catchUp,
  commands,
  freshness,
  packages,
  reminders,
];

function optionsOrUsage(): Options {
  try {
    return readOptions(
      process.argv.slice(2),
      MEASUREMENTS.map(({ name }) => name),
    );
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrUsage();
const { only } = options;
const chosen = MEASUREMENTS.filter(({ name }) => only.length === 0 || only.includes(name));
process.env['MUBIAO_TEST_DATABASE_URL'] = await openTestServer();
const sections: Section[] = [];
try {
  for await (const section of runBench(chosen, options)) sections.push(section);
} catch (error) {
  // Said before the server goes, since that ends connections that nobody closed with errors of their own.
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeTestServer();
}
conclude(sections, options);
