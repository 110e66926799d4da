import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { isMet, textOf, type Measurement, type Section } from './measuring/index.ts';
import type { Options } from './options.ts';

const FOLDER = join(import.meta.dirname, '../../.cache/bench');

/** Runs the measurements one after the other and tells each as it ends. */
export async function* runBench(
  measurements: readonly Measurement[],
  options: Options,
): AsyncGenerator<Section> {
  const { rounds, seconds, isShort } = options;
  for (const measurement of measurements) {
    const databases: FreshDatabase[] = [];
    const database = async (): Promise<string> => {
      const fresh = await freshDatabase();
      databases.push(fresh);
      return fresh.url;
    };
    const told = await measurement.run({ rounds, seconds, isShort, database, say });
    for (const section of told) {
      console.log(textOf(section));
      yield section;
    }
    for (const { drop } of databases) await drop();
  }
}

/** The goals at one sight, and where the JSON is. */
export function conclude(sections: readonly Section[], options: Options): void {
  const goals = sections.flatMap(({ title, goals }) => goals.map((goal) => ({ title, goal })));
  const missed = goals.filter(({ goal }) => !isMet(goal));
  console.log(`\n${goals.length - missed.length} of ${goals.length} figures meet their goals.`);
  for (const { title, goal } of missed) console.log(`  ✗ ${title}: ${goal.what}: ${goal.value.toFixed(2)}`);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' };
  writeFileSync(file, `${JSON.stringify({ machine, options, sections }, null, 2)}\n`);
  console.log(`All figures: ${file}`);
}

function say(line: string): void {
  process.stderr.write(`… ${line}\n`);
}
