import pg from 'pg';
import { INSTALLATION, type Clock } from '#application';
import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignTerms } from '#domain/campaign';
import {
  migrateJobs,
  openQueues,
  runJobs,
  type Channel,
  type JobsOptions,
  type Outgoing,
  type QueueBackend,
  type QueuePlace,
  type RunningJobs,
} from '#jobs';
import { openReadModels, runProjections, type ReadModels, type RunningProjections } from '#read-models';
import { createPostgresStore } from '#event-store';
import { givenCounty, request, type County } from '../../libs/application/given.ts';
import { freshDatabase } from '../support/database.ts';

export const OFFSET = '+08:00';

/** A clock that stands still until a test moves it; both the county's and the jobs'. */
export class StillClock implements Clock {
  constructor(private moment: number) {}
  readonly now = (): number => this.moment;
  /** To a local moment, `2027-03-01 09:00`; never back. */
  moveTo(local: string): void {
    this.moment = Math.max(this.moment, Date.parse(`${local.replace(' ', 'T')}:00${OFFSET}`));
  }
}

/** A channel that keeps what it takes, or refuses. */
export class KeepingChannel implements Channel {
  readonly taken: Outgoing[] = [];
  refuses: string | null = null;
  constructor(readonly name: Channel['name']) {}
  send(outgoing: Outgoing): Promise<void> {
    if (this.refuses !== null) return Promise.reject(new Error(this.refuses));
    this.taken.push(outgoing);
    return Promise.resolve();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

export const WINDOWS = { submission: { opens: '2027-03-01', closes: '2027-03-31' } };

/** Where the queues of an office are kept. */
export type Place = (office: Office) => QueuePlace;

export interface Told {
  recipient: string;
  step: string;
  target: string | null;
  title: string;
  body: string;
}

/** A county whose reminders run on a clock of the test, over a database of its own. */
export class Office {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private jobs: { running: RunningJobs; queues: QueueBackend; readModels: ReadModels }[] = [];
  private projections: RunningProjections | null = null;

  private constructor(
    readonly url: string,
    readonly pool: pg.Pool,
    readonly county: County,
    readonly clock: StillClock,
  ) {}

  static async open(start = '2027-03-01 10:00'): Promise<Office> {
    const { url, drop } = await freshDatabase();
    const clock = new StillClock(0);
    clock.moveTo(start);
    const store = await createPostgresStore(url);
    const county = await givenCounty({ store, clock });
    const pool = new pg.Pool({ connectionString: url, max: 6 });
    pool.on('error', () => undefined);
    await migrateJobs(pool);
    const office = new Office(url, pool, county, clock);
    await office.keepViews();
    office.closers.push(
      () => drop(),
      () => store.close(),
      () => county.application.close(),
      () => pool.end(),
      () => office.leaveViews(),
    );
    return office;
  }

  /** Keeps the read models up with the events, from the beginning on. */
  async keepViews(): Promise<void> {
    const { store } = this.county;
    this.projections = await runProjections({ databaseUrl: this.url, store, log: () => undefined });
  }

  /** The read models stand still until they are kept again. */
  async leaveViews(): Promise<void> {
    await this.projections?.stop();
    this.projections = null;
  }

  /** A worker's share of the jobs; call it again for another worker. */
  async work(
    place: QueuePlace = { databaseUrl: this.url },
    change: Partial<JobsOptions> = {},
  ): Promise<RunningJobs> {
    const { store } = this.county;
    const readModels = await openReadModels({ databaseUrl: this.url, store, connections: 2 });
    const queues = await openQueues(place);
    const running = await runJobs({
      pool: this.pool,
      store,
      readModels,
      queues,
      channels: [],
      clock: this.clock,
      offset: OFFSET,
      origin: 'https://mubiao.example.gov.cn',
      log: () => undefined,
      ...change,
    });
    this.jobs.push({ running, queues, readModels });
    return running;
  }

  /** Ends all workers, as a process that dies would with `force`. */
  async rest(force = false): Promise<void> {
    for (const { running, queues, readModels } of this.jobs.splice(0)) {
      await running.stop(force);
      await queues.close();
      await readModels.close();
    }
  }

  async close(): Promise<void> {
    await this.rest();
    for (const close of this.closers.reverse()) await close();
  }

  /** Moves the clock and wakes the workers. */
  goTo(local: string): void {
    this.clock.moveTo(local);
    for (const { running } of this.jobs) running.nudge();
  }

  async openCampaign(id: string, terms: Partial<CampaignTerms>): Promise<void> {
    await this.county.application.sendToCampaign(
      id,
      {
        type: 'OpenCampaign',
        name: '测试批次',
        fiscalYear: 2027,
        chains: {
          project: [{ id: 'section', name: '业务股室', reviewers: 'section', rule: 'any' }],
        },
        windows: {},
        ruleSet: DEFAULT_RULE_SET,
        resumeAt: 'first',
        departmentsGrant: false,
        ...terms,
      },
      request(INSTALLATION),
    );
  }

  /** A clerk for a unit that has nobody. */
  async staff(unit: string): Promise<void> {
    const { application } = this.county;
    const user = `clerk-${unit}`;
    const person = { user, username: user, name: '李某', post: '科员', place: { unit }, leads: false };
    await application.sendToDirectory({ type: 'RegisterPerson', ...person }, request(INSTALLATION));
    await application.sendToDirectory({ type: 'GrantRole', user, role: 'clerk' }, request(INSTALLATION));
  }

  async draft(campaignId: string, name = '渠道清淤'): Promise<string> {
    const form = { kind: 'project', name } as const;
    const input = { campaignId, unitCode: '101002', form };
    return (await this.county.application.draft(input, request('clerk'))).id;
  }

  /** Everything that was told so far, in the order of its moments. */
  async told(recipient?: string): Promise<Told[]> {
    const { rows } = await this.pool.query<Told>(
      `select recipient, step, target, title, body from reminders.message
       where $1::text is null or recipient = $1 order by sent_at, recipient, target, step`,
      [recipient ?? null],
    );
    return rows;
  }

  /** The steps of what somebody was told so far. */
  async steps(user: string): Promise<string[]> {
    return (await this.told(user)).map(({ step }) => step);
  }

  /** Lets these moments pass, one after the other. */
  async goThrough(...moments: string[]): Promise<void> {
    for (const moment of moments) {
      this.goTo(moment);
      await this.settled();
    }
  }

  /** When everything so far is planned and nothing is due: waited for, at most a minute. */
  async settled(): Promise<void> {
    const { store } = this.county;
    const head = await store.head();
    await until('the schedule to be settled', async () => {
      const { rows } = await this.pool.query<{ position: string | null; due: number }>(
        `select position, ((select count(*) from reminders.plan where due_at <= $1 and failure is null)
           + (select count(*) from reminders.delivery where state in ('waiting', 'sending') and due_at <= $1
              and failure is null))::int as due
         from reminders.follower`,
        [new Date(this.clock.now())],
      );
      const [state] = rows;
      if (!state || head === null || state.position === null) return false;
      return store.compare(state.position, head) >= 0 && state.due === 0;
    });
  }
}

/** Waits for a fact. @throws Error where it does not come to pass within a minute */
export async function until(fact: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited too long for ${fact}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
