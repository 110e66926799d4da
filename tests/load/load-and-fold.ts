import { envelopesIn, recordedOf } from '#application';
import { evolve, NONE, type Target, type TargetEvent } from '#domain/target';
import { createPostgresStore, type EventStore } from '#event-store';
import { longModel, retold } from './histories.ts';
import {
  pairedRounds,
  ratioOf,
  runClients,
  summaryOf,
  type Bench,
  type Measurement,
  type Section,
} from './measuring/index.ts';

/** Indicators of a form, by what its event then weighs. */
const INDICATORS = { '1.5 kB': 5, '6 kB': 40 } as const;
const LENGTHS = [50, 500, 5_000] as const;
const AT_MOST_TIMES = 4;
/** The store takes an append of up to 1,000,000 bytes. */
const EVENTS_AN_APPEND = 100;

/** A target as a command needs it, from its stream, against parsing and folding the same text from memory. */
export const loadAndFold: Measurement = {
  name: 'fold',
  run: async (bench) => {
    const store = await createPostgresStore(await bench.database());
    const sections: Section[] = [];
    for (const [size, indicators] of Object.entries(INDICATORS)) {
      for (const length of LENGTHS) {
        bench.say(`load and fold, ${length} events of ${size}`);
        sections.push(await measure(bench, store, { size, indicators, length }));
      }
    }
    await store.close();
    return sections;
  },
};

async function measure(
  bench: Bench,
  store: EventStore,
  { size, indicators, length }: { size: string; indicators: number; length: number },
): Promise<Section> {
  const stream = `target-${indicators}-${length}`;
  await write(store, stream, await longModel(length, indicators));
  const { text } = await store.loadStream(stream);
  const loaded = async (): Promise<Target> => folded((await store.loadStream(stream)).text);
  const fromMemory = (): Promise<Target> => Promise.resolve(folded(text));
  const measured = await pairedRounds(
    [
      { name: 'load, parse and fold', run: () => runClients([loaded], bench.seconds) },
      { name: 'parse and fold', run: () => runClients([fromMemory], bench.seconds) },
    ],
    bench.rounds,
  );
  const [whole, memory] = measured;
  const times = whole && memory ? ratioOf(memory, whole) : Number.NaN;
  return {
    name: `fold/${size}/${length}`,
    title: `Load and fold ${length} events of ${size} (${(text.length / 1_000_000).toFixed(2)} million characters)`,
    columns: ['', 'a second', 'p50 ms', 'p99 ms'],
    rows: measured.map((each) => {
      const { perSecond, p50, p99 } = summaryOf(each);
      return [each.name, perSecond, p50, p99];
    }),
    goals: [{ what: 'times parse-and-fold', value: times, bound: { atMost: AT_MOST_TIMES } }],
  };
}

function folded(text: string): Target {
  let target = NONE;
  for (const envelope of envelopesIn({ text })) target = evolve(target, recordedOf<TargetEvent>(envelope));
  return target;
}

async function write(store: EventStore, stream: string, model: Parameters<typeof retold>[0]): Promise<void> {
  const events = retold(model, stream);
  for (let at = 0; at < events.length; at += EVENTS_AN_APPEND) {
    await store.append(stream, at === 0 ? 'none' : at - 1, events.slice(at, at + EVENTS_AN_APPEND));
  }
}
