import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { EventStore, Filter, Position, StoredEvent } from '#event-store';
import { freshStream, markOf, newEvents, watch, type StoreUnderTest } from './store-under-test.ts';
import { runWriters, type WritersPlan } from './writers.ts';

const PROCESSES = 4;
const WRITERS_A_PROCESS = 4;
const APPENDS_A_WRITER = 250;
const EVENTS_AN_APPEND = 5;
/** On a machine that is busy with other things. */
const LONGEST_MS = 600_000;
const EVENTS_A_WRITER = APPENDS_A_WRITER * EVENTS_AN_APPEND;

const root = dirname(createRequire(import.meta.url).resolve('#root'));

/** The commonest defect of this field: a subscriber that passes over events which commit late. */
export function concurrencyContract(store: () => EventStore, log: () => StoreUnderTest): void {
  it(
    'shows 20,000 events of 16 concurrent writers: none missed, doubled or out of order',
    async () => {
      const name = freshStream('writers');
      const end = `${name}-end`;
      const options = { ...(await markOf(store())), filter: { streamPrefixes: [name] } };
      const live = watch(store(), options, ({ events }) => events.at(-1)?.stream === end);
      const resuming = readWithRestarts(store(), options, end);
      const disturbance = log().disturb?.(name);
      await write(store(), log(), name);
      const disturbed = (await disturbance?.stop()) ?? [];
      await store().append(end, 'none', newEvents(1));
      const [{ events }, resumed] = await Promise.all([live.enough, resuming]);
      await live.subscription.stop();

      const counts = new Map([...plannedCounts(name), ...disturbed, [end, 1]]);
      expect(countsOf(events)).toEqual(counts);
      expectStreamOrder(events);
      const positions = events.map(({ position }) => position);
      expect(resumed).toEqual(positions);
      expect([...positions].sort((a, b) => store().compare(a, b))).toEqual(positions);
      const whole = await store().readAll({ ...options, limit: events.length + 1 });
      expect(whole.events.map(({ position }) => position)).toEqual(positions);
    },
    LONGEST_MS,
  );
}

function plans(name: string): WritersPlan[] {
  return Array.from({ length: PROCESSES }, (_, process) => ({
    streams: Array.from({ length: WRITERS_A_PROCESS }, (_, writer) => `${name}-${process}-${writer}`),
    crowded: `${name}-crowded`,
    appends: APPENDS_A_WRITER,
    eventsPerAppend: EVENTS_AN_APPEND,
  }));
}

function plannedCounts(name: string): [string, number][] {
  const streams = plans(name).flatMap((plan) => plan.streams);
  return [
    ...streams.map((stream): [string, number] => [stream, EVENTS_A_WRITER]),
    [`${name}-crowded`, (streams.length * APPENDS_A_WRITER) / 10],
  ];
}

/** In as many processes as the log allows. */
async function write(store: EventStore, log: StoreUnderTest, name: string): Promise<void> {
  await Promise.all(
    plans(name).map((plan) =>
      log.shared === undefined ? runWriters(store, plan) : inChildProcess({ log: log.shared, plan }),
    ),
  );
}

function inChildProcess(orders: object): Promise<void> {
  const typescript = ['--import', './tests/support/typescript.mjs', '--conditions=mubiao'];
  const program = ['tests/contract/writer-process.ts', JSON.stringify(orders)];
  const child = spawn(process.execPath, [...typescript, ...program], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`A writer process ended with ${String(code ?? signal)}.`));
    });
  });
}

/** A reader that is stopped after every few batches and begins again where its checkpoint says. */
async function readWithRestarts(
  store: EventStore,
  options: { from?: Position; filter: Filter },
  end: string,
): Promise<Position[]> {
  const positions: Position[] = [];
  let from = options.from;
  for (let isDone = false; !isDone;) {
    const place: { from?: Position } = from === undefined ? {} : { from };
    const { enough, subscription, seen } = watch(
      store,
      { filter: options.filter, batchSize: 50, ...place },
      ({ events }) => events.length >= 1_000 || events.at(-1)?.stream === end,
    );
    await enough;
    await subscription.stop();
    positions.push(...seen.events.map(({ position }) => position));
    from = seen.checkpoint ?? from;
    isDone = seen.events.at(-1)?.stream === end;
  }
  return positions;
}

function countsOf(events: readonly StoredEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stream } of events) counts.set(stream, (counts.get(stream) ?? 0) + 1);
  return counts;
}

function expectStreamOrder(events: readonly StoredEvent[]): void {
  const next = new Map<string, number>();
  const outOfOrder = events.filter(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return revision !== expected;
  });
  expect(outOfOrder).toEqual([]);
}
