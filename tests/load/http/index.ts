import { availableParallelism } from 'node:os';
import { openOurs } from '../append/ours.ts';
import {
  pairedRounds,
  ratioOf,
  runClients,
  summaryOf,
  type Bench,
  type Contender,
  type Goal,
  type Measured,
  type Measurement,
  type Sample,
  type Section,
  type Work,
} from '../measuring/index.ts';
import { endlessEvents, EVENT_SIZES } from '../sample-events.ts';
import { ApiChild } from './api-child.ts';
import { HttpClient } from './http-client.ts';
import { REVIEWERS } from './people.ts';
import { agreeing, revising, sending } from './senders.ts';
import { openBeside, Targets } from './targets.ts';
import { NOTHING_SPENT, type Spent } from './timings.ts';
import { whereTimeGoes, type Anatomy } from './where-time-goes.ts';

/** Of an append of the same event size at the same number of clients. */
const AT_LEAST: Readonly<Record<number, number>> = { 1: 0.3, 8: 0.3, 32: 0.25 };
const OPINION_AT_LEAST_TIMES = 2;
/** A process that has just started spends more on compiling its own code than on commands; one in service does not. */
const WARM_UP_SECONDS = 20;
/** More commands a second than any round will see; their targets are made before it. */
const COMMANDS_A_SECOND = 3_000;

/** A whole command over HTTP, from the request to the reply, against a bare append. */
export const commands: Measurement = {
  name: 'http',
  run: async (bench) => {
    const url = await bench.database();
    const api = await ApiChild.start(url);
    const plain = await ApiChild.start(await bench.database(), 'plain');
    const beside = await openBeside(url);
    const drafts = await Targets.drafts(beside.store, beside.application);
    const inReview = await Targets.inReview(beside.store, beside.application);
    const clerk = await HttpClient.as('clerk', api.port);
    const reviewers = await Promise.all(REVIEWERS.map((user) => HttpClient.as(user, api.port)));
    const sections: Section[] = [];
    const anatomies: Anatomy[] = [];
    bench.say('http, warming up');
    const eight = Array.from({ length: 8 });
    await warmUp(bench, [
      new CommandContender('forms', api, drafts, 4).over(
        bench,
        eight.map(() => revising(clerk.again(), drafts)),
      ),
      new CommandContender('opinions', api, inReview, REVIEWERS.length).over(
        bench,
        eight.map(() =>
          agreeing(
            reviewers.map((one) => one.again()),
            inReview,
          ),
        ),
      ),
      new CommandContender('plain', plain, null, 1).over(
        bench,
        eight.map(() => sending(HttpClient.stranger(plain.port))),
      ),
    ]);
    for (const clients of [1, 8, 32]) {
      bench.say(`http, ${clients} clients`);
      const forms = new CommandContender('whole form', api, drafts, 4);
      const opinions = new CommandContender('opinion', api, inReview, REVIEWERS.length);
      const kept = new CommandContender('plain route, append of the form', plain, null, 1);
      const ours = await openOurs(await bench.database(), clients);
      if (ours === null) throw new Error('Our own store did not open.');
      const numbers = Array.from({ length: clients }, (_, n) => n);
      const nextEvent = endlessEvents(EVENT_SIZES['6 kB']);
      const appends = numbers.map((n) => ours.client(n, nextEvent));
      const measured = await pairedRounds(
        [
          { name: 'append of 6 kB', run: () => runClients(appends, bench.seconds) },
          forms.over(
            bench,
            numbers.map(() => revising(clerk.again(), drafts)),
          ),
          opinions.over(
            bench,
            numbers.map(() =>
              agreeing(
                reviewers.map((one) => one.again()),
                inReview,
              ),
            ),
          ),
          kept.over(
            bench,
            numbers.map(() => sending(HttpClient.stranger(plain.port))),
          ),
        ],
        bench.rounds,
      );
      await ours.close();
      sections.push(sectionOf(clients, measured, [forms, opinions, kept]));
      if (clients === 1) anatomies.push(forms.anatomy(), opinions.anatomy());
    }
    await beside.close();
    await api.stop();
    await plain.stop();
    return [...sections, whereTimeGoes(anatomies, drafts.model)];
  },
};

async function warmUp({ seconds, isShort }: Bench, contenders: readonly Contender[]): Promise<void> {
  const rounds = isShort ? 1 : Math.ceil(WARM_UP_SECONDS / seconds);
  for (let round = 0; round < rounds; round += 1) for (const contender of contenders) await contender.run();
}

/** One kind of command: its rounds, with the load generator's share and the API's own account. */
class CommandContender {
  private readonly spent: Spent = { ...NOTHING_SPENT };
  private readonly generatorMs: number[] = [];
  private clientMs = 0;

  constructor(
    readonly name: string,
    private readonly api: ApiChild,
    /** `null` where commands need none. */
    private readonly targets: Targets | null,
    private readonly commandsATarget: number,
  ) {}

  over({ seconds }: Bench, works: readonly Work[]): Contender {
    const wanted = works.length + Math.ceil((COMMANDS_A_SECOND * seconds) / this.commandsATarget);
    const run = async (): Promise<Sample> => {
      await this.targets?.fill(wanted);
      await this.api.spent();
      const cpu = process.cpuUsage();
      const sample = await runClients(works, seconds);
      const { user, system } = process.cpuUsage(cpu);
      this.note(sample, (user + system) / 1_000, await this.api.spent());
      return sample;
    };
    return { name: this.name, run };
  }

  /** The rounds again with the generator's CPU taken out: at 1 client it stands in the way of every call. */
  withoutGenerator({ name, samples }: Measured, clients: number): Measured {
    const cores = clients === 1 ? 1 : availableParallelism();
    const counted = this.generatorMs.slice(-samples.length);
    return {
      name: `${name}, without the load generator`,
      samples: samples.map(({ perSecond, milliseconds }, round) => {
        const elapsed = (milliseconds.length / perSecond) * 1_000;
        const own = elapsed - (counted[round] ?? 0) / cores;
        return { perSecond: (milliseconds.length / own) * 1_000, milliseconds };
      }),
    };
  }

  anatomy(): Anatomy {
    const { requests } = this.spent;
    const generatorCpuMs = this.generatorMs.reduce((sum, ms) => sum + ms, 0) / requests;
    return { name: this.name, clientMs: this.clientMs / requests, generatorCpuMs, spent: this.spent };
  }

  private note({ milliseconds }: Sample, generatorMs: number, spent: Spent): void {
    this.generatorMs.push(generatorMs);
    this.clientMs += milliseconds.reduce((sum, ms) => sum + ms, 0);
    for (const key of Object.keys(spent) as (keyof Spent)[]) this.spent[key] += spent[key];
  }
}

function sectionOf(
  clients: number,
  measured: readonly Measured[],
  contenders: readonly CommandContender[],
): Section {
  const [append, forms, opinions, kept] = measured;
  const [formContender, opinionContender, keptContender] = contenders;
  if (!append || !forms || !opinions || !kept || !formContender || !opinionContender || !keptContender)
    throw new Error('Nothing was measured.');
  const form = formContender.withoutGenerator(forms, clients);
  const opinion = opinionContender.withoutGenerator(opinions, clients);
  const plain = keptContender.withoutGenerator(kept, clients);
  const goals: Goal[] = [
    { what: 'whole form : append', value: ratioOf(form, append), bound: { atLeast: AT_LEAST[clients] ?? 0 } },
    { what: 'whole form : append, the generator counted in', value: ratioOf(forms, append), bound: null },
    { what: 'plain route : append', value: ratioOf(plain, append), bound: null },
    {
      what: 'opinion : whole form',
      value: ratioOf(opinion, form),
      bound: { atLeast: OPINION_AT_LEAST_TIMES },
    },
  ];
  return {
    name: `http/${clients}`,
    title: `A whole command over HTTP, ${clients} client${clients === 1 ? '' : 's'}`,
    columns: ['', 'a second', 'p50 ms', 'p99 ms'],
    rows: [append, forms, form, opinions, opinion, kept, plain].map((each) => {
      const { perSecond, p50, p99 } = summaryOf(each);
      return [each.name, perSecond, p50, p99];
    }),
    goals,
  };
}
