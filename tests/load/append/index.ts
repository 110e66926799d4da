import { RIVALS_MISSING } from '../../rivals/emmett.ts';
import {
  pairedRounds,
  ratioOf,
  runClients,
  summaryOf,
  type Bench,
  type Goal,
  type Measured,
  type Measurement,
  type Section,
} from '../measuring/index.ts';
import { endlessEvents, EVENT_SIZES } from '../sample-events.ts';
import type { Appender, OpenAppender } from './contender.ts';
import { openEmmett } from './emmett.ts';
import { openMessageDb } from './message-db.ts';
import { openOurs } from './ours.ts';
import { openPlainInsert } from './plain-insert.ts';

const OPENERS: readonly OpenAppender[] = [openOurs, openPlainInsert, openEmmett, openMessageDb];

/** How many of each one's appends we must do, by clients. */
const GOALS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'plain insert': { 1: 0.6, 8: 0.7, 32: 1.0 },
  'Emmett 0.42.0': { 1: 1.5, 8: 2.3, 32: 3.5 },
  'message-db 1.3.1': { 8: 1.3, 32: 1.3 },
};

/** Ordered append with expected revision, one event at a time. */
export const append: Measurement = {
  name: 'append',
  run: async (bench) => {
    const sections: Section[] = [];
    for (const [size, bytes] of Object.entries(EVENT_SIZES)) {
      for (const clients of [1, 8, 32]) {
        bench.say(`append, ${size}, ${clients} clients`);
        sections.push(await measure(bench, { size, bytes, clients }));
      }
    }
    return sections;
  },
};

interface Case {
  size: string;
  bytes: number;
  clients: number;
}

async function measure(bench: Bench, { size, bytes, clients }: Case): Promise<Section> {
  const appenders: Appender[] = [];
  for (const open of OPENERS) {
    const appender = await open(await bench.database(), clients);
    if (appender !== null) appenders.push(appender);
  }
  const nextEvent = endlessEvents(bytes);
  const contenders = appenders.map((appender) => {
    const works = Array.from({ length: clients }, (_, n) => appender.client(n, nextEvent));
    return { name: appender.name, run: () => runClients(works, bench.seconds) };
  });
  const measured = await pairedRounds(contenders, bench.rounds);
  for (const appender of appenders) await appender.close();
  return {
    name: `append/${bytes}/${clients}`,
    title: `Ordered append, events of ${size}, ${clients} client${clients === 1 ? '' : 's'}`,
    columns: ['store', 'appends/s', 'p50 ms', 'p99 ms'],
    rows: measured.map((each) => {
      const { perSecond, p50, p99 } = summaryOf(each);
      return [each.name, perSecond, p50, p99];
    }),
    goals: goalsOf(measured, clients),
    notes: appenders.length < OPENERS.length ? [`skipped: ${RIVALS_MISSING}`] : [],
  };
}

function goalsOf([ours, ...others]: readonly Measured[], clients: number): Goal[] {
  if (ours === undefined) return [];
  return others.map((other) => {
    const atLeast = GOALS[other.name]?.[clients];
    return {
      what: `Mubiao : ${other.name}`,
      value: ratioOf(ours, other),
      bound: atLeast === undefined ? null : { atLeast },
    };
  });
}
