import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHistory } from '../catch-up/history.ts';
import type { Bench, Measurement, Section } from '../measuring/index.ts';

/** What one step came to: memory of its process in MiB, when it began and at its height. */
export interface StepTold {
  events: number;
  seconds: number;
  before: number;
  peak: number;
}

const ROOT = join(import.meta.dirname, '../../..');
const INDICATORS = 10;
const EVENTS_A_TARGET = 13;
/** Ten times the targets must not need ten times the memory: this much over an empty process is enough. */
const MOST_MEMORY_MIB = 512;

/** How long the audit package of a whole campaign takes, to make and to verify, and in how much memory. */
export const packages: Measurement = {
  name: 'package',
  run: async (bench) => {
    const sections: Section[] = [];
    for (const targets of bench.isShort ? [100] : [1_000, 10_000])
      sections.push(await measured(bench, targets));
    return sections;
  },
};

async function measured(bench: Bench, targets: number): Promise<Section> {
  bench.say(`package: writing ${targets} targets`);
  const url = await bench.database();
  await writeHistory(url, targets * EVENTS_A_TARGET, INDICATORS);
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-package-'));
  const file = join(folder, 'package.zip');
  const step = (name: string): Promise<StepTold> => stepOf([name, url, join(folder, 'key'), file]);
  try {
    const told = { follow: await step('follow'), make: await step('make'), verify: await step('verify') };
    const { make, verify } = told;
    const mebibytes = statSync(file).size / 1_048_576;
    return {
      name: `package/${targets}`,
      title: `Audit package of a campaign of ${targets} targets: ${make.events} events, ${mebibytes.toFixed(0)} MiB`,
      columns: ['', 'seconds', 'events/s', 'MiB before', 'MiB at most'],
      rows: Object.entries(told).map(([name, { seconds, before, peak }]) => [
        name,
        seconds.toFixed(1),
        (make.events / seconds).toFixed(0),
        before.toFixed(0),
        peak.toFixed(0),
      ]),
      goals: [make, verify].map(({ before, peak }, index) => ({
        what: `MiB that ${index === 0 ? 'making' : 'verifying'} takes`,
        value: peak - before,
        bound: { atMost: MOST_MEMORY_MIB },
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stepOf(args: readonly string[]): Promise<StepTold> {
  const child = fork(join(import.meta.dirname, 'program.ts'), args, {
    cwd: ROOT,
    execArgv: ['--import', join(ROOT, 'tests/support/typescript.mjs'), '--conditions=mubiao'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${args[0] ?? ''} ended with ${String(code)}.`);
  });
  ended.catch(() => undefined);
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [StepTold];
  await ended.catch(() => undefined);
  return told;
}
