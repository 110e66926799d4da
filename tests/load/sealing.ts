import { createPostgresStore, verifyStream, type StoredEvent } from '#event-store';
import { openOurs } from './append/ours.ts';
import {
  pairedRounds,
  ratioOf,
  runClients,
  summaryOf,
  type Bench,
  type Measurement,
  type Sample,
  type Section,
} from './measuring/index.ts';
import { endlessEvents, endlessSealing, EVENT_SIZES, sealedStream } from './sample-events.ts';

/** Events verified a second, by their size. */
const AT_LEAST = { '1.5 kB': 20_000, '6 kB': 5_000 } as const;
const STREAM_LENGTH = 500;

/** What a seal costs an append, and how fast a history is verified. */
export const sealing: Measurement = {
  name: 'seal',
  run: async (bench) => {
    const sections: Section[] = [];
    for (const size of ['1.5 kB', '6 kB'] as const) {
      bench.say(`sealing, ${size}`);
      sections.push(await verifying(bench, size), await share(bench, size));
    }
    return sections;
  },
};

async function verifying(bench: Bench, size: keyof typeof EVENT_SIZES): Promise<Section> {
  const store = await createPostgresStore(await bench.database());
  const stream = 'target-verified';
  for (const [n, event] of sealedStream(stream, STREAM_LENGTH, EVENT_SIZES[size]).entries())
    await store.append(stream, n === 0 ? 'none' : n - 1, [event]);
  const stored = await store.readStream(stream);
  await store.close();
  const [measured] = await pairedRounds(
    [{ name: 'verify', run: () => verifyFor(stored, bench) }],
    bench.rounds,
  );
  const perSecond = measured === undefined ? Number.NaN : summaryOf(measured).perSecond;
  return {
    name: `verify/${size}`,
    title: `Verifying the seals of a stream of ${STREAM_LENGTH} events of ${size}`,
    columns: ['', 'events/s'],
    rows: [['verify', perSecond]],
    goals: [{ what: 'events verified a second', value: perSecond, bound: { atLeast: AT_LEAST[size] } }],
  };
}

async function verifyFor(stored: readonly StoredEvent[], bench: Bench): Promise<Sample> {
  const work = (): Promise<void> => {
    const { intact, firstBad } = verifyStream(stored);
    return intact ? Promise.resolve() : Promise.reject(new Error(`Not intact: ${JSON.stringify(firstBad)}`));
  };
  const { perSecond, milliseconds } = await runClients([work], bench.seconds);
  return { perSecond: perSecond * stored.length, milliseconds };
}

/** At 8 clients: appends of events sealed beforehand against appends that seal theirs. */
async function share(bench: Bench, size: keyof typeof EVENT_SIZES): Promise<Section> {
  const clients = 8;
  const ours = await openOurs(await bench.database(), clients);
  if (ours === null) throw new Error('Our own store did not open.');
  const nextEvent = endlessEvents(EVENT_SIZES[size]);
  const nextSealed = endlessSealing(EVENT_SIZES[size]);
  const works = (next: typeof nextEvent) => Array.from({ length: clients }, (_, n) => ours.client(n, next));
  const [before, now] = await pairedRounds(
    [
      { name: 'sealed beforehand', run: () => runClients(works(nextEvent), bench.seconds) },
      { name: 'sealed in the append', run: () => runClients(works(nextSealed), bench.seconds) },
    ],
    bench.rounds,
  );
  await ours.close();
  if (before === undefined || now === undefined) throw new Error('Nothing was measured.');
  return {
    name: `seal/${size}`,
    title: `The share of sealing in an append, events of ${size}, ${clients} clients`,
    columns: ['', 'appends/s', 'p50 ms', 'p99 ms'],
    rows: [before, now].map((each) => {
      const { perSecond, p50, p99 } = summaryOf(each);
      return [each.name, perSecond, p50, p99];
    }),
    goals: [{ what: 'share of sealing in an append', value: 1 - ratioOf(now, before), bound: null }],
  };
}
