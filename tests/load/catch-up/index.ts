import { envelopeOf } from '#application';
import { PROJECTIONS } from '#read-models';
import { RIVALS_MISSING } from '../../rivals/emmett.ts';
import {
  pairedRounds,
  ratioOf,
  summaryOf,
  type Bench,
  type Contender,
  type Goal,
  type Measured,
  type Measurement,
} from '../measuring/index.ts';
import { writeEmmettHistory, writeHistory } from './history.ts';
import { emmettConsuming, projecting, readingOnly, type CatchUp } from './readers.ts';

const EMMETT = 'Emmett 0.42.0, no rows';
/** A round is a whole catch-up of every contender. */
const MOST_ROUNDS = 7;
const READING = 'reading only';

/** How fast a read model gets from nothing to the end of the feed. */
export const catchUp: Measurement = {
  name: 'catch-up',
  run: async (bench) => {
    const wanted = bench.isShort ? 5_000 : 100_000;
    bench.say(`catch-up: writing ${wanted} events`);
    const url = await bench.database();
    const events = await writeHistory(url, wanted);
    const contenders = [
      contender(events, READING, readingOnly(url)),
      contender(events, 'reading and parsing', readingOnly(url, envelopeOf)),
      ...PROJECTIONS.map((projection) => contender(events, projection.name, projecting(url, [projection]))),
    ];
    contenders.push(contender(events, 'all together', projecting(url, PROJECTIONS)));
    const rival = await emmettContender(bench, wanted);
    if (rival !== null) contenders.push(rival);
    const rounds = Math.min(bench.rounds, MOST_ROUNDS);
    bench.say(`catch-up: ${contenders.length} contenders, ${rounds + 1} rounds`);
    const measured = await pairedRounds(contenders, rounds);
    return [
      {
        name: 'catch-up',
        title: `Catch-up over ${events} events, rows and checkpoints included`,
        columns: ['', 'events/s'],
        rows: measured.map((each) => [each.name, summaryOf(each).perSecond]),
        goals: goalsOf(measured),
        notes: rival === null ? [`skipped: ${RIVALS_MISSING}`] : [],
      },
    ];
  },
};

/** One whole catch-up a round. */
function contender(events: number, name: string, catchUpOnce: CatchUp): Contender {
  return {
    name,
    run: async () => {
      const seconds = await catchUpOnce();
      return { perSecond: events / seconds, milliseconds: [seconds * 1_000] };
    },
  };
}

async function emmettContender(bench: Bench, wanted: number): Promise<Contender | null> {
  const url = await bench.database();
  const events = await writeEmmettHistory(url, wanted);
  return events === null ? null : contender(events, EMMETT, emmettConsuming(url, events));
}

function goalsOf(measured: readonly Measured[]): Goal[] {
  const named = (name: string): Measured | undefined => measured.find((each) => each.name === name);
  const against = (
    what: string,
    a: Measured | undefined,
    b: Measured | undefined,
    atLeast: number,
  ): Goal[] => (a && b ? [{ what, value: ratioOf(a, b), bound: { atLeast } }] : []);
  return PROJECTIONS.flatMap(({ name }) => [
    ...against(`${name} : reading only`, named(name), named(READING), 0.6),
    ...against(`${name} : Emmett`, named(name), named(EMMETT), 5),
  ]);
}
