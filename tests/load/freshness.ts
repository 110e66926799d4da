import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createPostgresStore, type EventStore, type NewEvent } from '#event-store';
import { PROJECTIONS, runProjections } from '#read-models';
import { countyModels, retold, type Model } from './histories.ts';
import {
  percentile,
  rounded,
  type Bench,
  type Goal,
  type Measurement,
  type Section,
} from './measuring/index.ts';
import { ProjectionWatch } from './projection-watch.ts';

const APPENDS_A_SECOND = 300;
const P99_AT_MOST_MS = 100;
const IDLE_QUERIES_AT_MOST = 2;
/** An idle connection tells the server's statistics what it did within ten seconds. */
const STATISTICS_AFTER_MS = 12_000;

/** How soon a commit is seen in the read models, and what they ask of the database when nothing happens. */
export const freshness: Measurement = {
  name: 'fresh',
  run: async (bench) => {
    const url = await bench.database();
    const store = await createPostgresStore(url);
    const { register, models } = await countyModels(10, 3);
    for (const [stream, events] of register) await store.append(stream, 'none', events);
    const log = (sentence: string, error?: unknown): void => console.error(sentence, error);
    const running = await runProjections({ databaseUrl: url, store, log });
    const sections = [await visible(bench, { url, store, models }), await idle(bench, url)];
    await running.stop();
    await store.close();
    return sections;
  },
};

async function visible(
  bench: Bench,
  { url, store, models }: { url: string; store: EventStore; models: readonly Model[] },
): Promise<Section> {
  const seconds = bench.isShort ? 3 : 30;
  bench.say(`fresh: ${APPENDS_A_SECOND} appends a second for ${seconds} s`);
  const watch = await ProjectionWatch.over(url, (a, b) => store.compare(a, b));
  const began = performance.now();
  await appendSteadily(store, models, { seconds, onCommit: (position) => watch.committed(position) });
  const appended = APPENDS_A_SECOND * seconds;
  const actual = appended / ((performance.now() - began) / 1_000);
  await watch.allSeen();
  const rows = PROJECTIONS.map(({ name }) => {
    const times = watch.millisecondsOf(name);
    return [name, times.length, rounded(percentile(times, 50)), rounded(percentile(times, 99))];
  });
  await watch.close();
  const worst = Math.max(...rows.map((row) => Number(row[3])));
  const goals: Goal[] = [
    { what: 'p99 of the slowest read model, ms', value: worst, bound: { atMost: P99_AT_MOST_MS } },
    {
      what: 'appends a second that were reached',
      value: actual,
      bound: { atLeast: APPENDS_A_SECOND * 0.95 },
    },
  ];
  return {
    name: 'fresh/visible',
    title: `From commit to visible in the read model at ${APPENDS_A_SECOND} appends a second`,
    columns: ['', 'commits', 'p50 ms', 'p99 ms'],
    rows,
    goals,
  };
}

/** So many a second whatever the answers, each the next event of another target. */
async function appendSteadily(
  store: EventStore,
  models: readonly Model[],
  { seconds, onCommit }: { seconds: number; onCommit: (position: string) => void },
): Promise<void> {
  const writers = Array.from({ length: APPENDS_A_SECOND }, (_, n) => new LifeWriter(store, models, n));
  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let n = 0; n < APPENDS_A_SECOND * seconds; n += 1) {
    const due = began + (n * 1_000) / APPENDS_A_SECOND;
    if (due > performance.now()) await wait(due - performance.now());
    const writer = writers[n % writers.length];
    if (writer !== undefined) pending.push(writer.next().then(onCommit));
  }
  await Promise.all(pending);
}

/** Writes life after life of targets, one event at each call; a call waits for the one before it. */
class LifeWriter {
  private events: readonly NewEvent[] = [];
  private stream = '';
  private revision = 0;
  private lives = 0;
  private last: Promise<string> = Promise.resolve('');

  constructor(
    private readonly store: EventStore,
    private readonly models: readonly Model[],
    private readonly number: number,
  ) {}

  next(): Promise<string> {
    this.last = this.last.then(() => this.write());
    return this.last;
  }

  private async write(): Promise<string> {
    if (this.revision >= this.events.length) this.begin();
    const event = this.events.slice(this.revision, this.revision + 1);
    const { position } = await this.store.append(
      this.stream,
      this.revision === 0 ? 'none' : this.revision - 1,
      event,
    );
    this.revision += 1;
    return position;
  }

  private begin(): void {
    this.lives += 1;
    const last = String(this.number * 10_000 + this.lives).padStart(12, '0');
    this.stream = `target-00000000-0000-4000-8000-${last}`;
    this.events = retold(this.models[this.lives % this.models.length] ?? [], this.stream);
    this.revision = 0;
  }
}

/** The feed's own looks and the projections' together: all transactions of the database. */
async function idle(bench: Bench, url: string): Promise<Section> {
  const seconds = bench.isShort ? 12 : 30;
  bench.say(`fresh: idle for ${seconds} s`);
  const elsewhere = new URL(process.env['MUBIAO_TEST_DATABASE_URL'] ?? '');
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  const transactions = async (): Promise<number> => {
    const { rows } = await client.query<{ count: string }>(
      'select xact_commit + xact_rollback as count from pg_stat_database where datname = $1',
      [new URL(url).pathname.slice(1)],
    );
    return Number(rows[0]?.count);
  };
  await wait(STATISTICS_AFTER_MS);
  const before = await transactions();
  await wait(seconds * 1_000);
  const perSecond = ((await transactions()) - before) / seconds;
  await client.end();
  return {
    name: 'fresh/idle',
    title: 'Queries while nothing happens, event feed and all projections together',
    columns: ['', 'queries/s'],
    rows: [['idle', rounded(perSecond)]],
    goals: [
      { what: 'queries a second when idle', value: perSecond, bound: { atMost: IDLE_QUERIES_AT_MOST } },
    ],
  };
}
