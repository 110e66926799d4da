import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { Application, openPersonKeys, screenForm, type Assess } from '#application';
import { migrateAudit } from '#audit';
import { migrateJobs, type QueuePlace } from '#jobs';
import { createPostgresStore } from '#event-store';
import { openAccess } from '#platform/access';
import { Attachments } from '#platform/attachments';
import { neighboursIn, openReadModels, runProjections } from '#read-models';
import { type ApiParts } from '../../apps/api/api-module.ts';
import { createApi, type Api } from '../../apps/api/api.ts';
import { Metrics } from '../../apps/api/operations/metrics.ts';
import { type ApiSettings } from '../../apps/api/settings.ts';
import { freshDatabase } from '../support/database.ts';
import { foundCounty, PASSWORD, SEATS } from './county.ts';
import { Visitor } from './visitor.ts';

/** Full marks for whatever a person says: what scoring does is the business of its own specs. */
const assess: Assess = (form, actuals) => ({
  assessments: (form.indicators ?? []).map(({ id, name = '', weight = '30' }) => ({
    indicatorId: id,
    name,
    weight,
    outcome: actuals.get(id) === '?' ? { kind: 'manual', why: '请评分' } : { kind: 'score', points: weight },
    steps: ['达到目标值，得满分'],
    farOver: false,
  })),
  execution: { points: '10.00', steps: ['执行率 100%，得 10 分'] },
});

/** A clock that a test moves; real time until then. */
export class TestClock {
  ahead = 0;
  readonly now = (): number => Date.now() + this.ahead;
}

/** What stands behind the address, for a test that looks there. */
interface Opened extends ApiParts {
  api: Api;
  clock: TestClock;
  /** Every line of the log so far. */
  logged: readonly string[];
  databaseUrl: string;
  /** Attachments lie below it. */
  dataFolder: string;
}

interface Board extends Pick<ApiParts, 'queueBoard'> {
  queues?: QueuePlace;
}

/** The interface over a database of its own, listening, with everybody of the county able to sign in. */
export class RunningApi {
  private constructor(
    readonly base: string,
    readonly parts: Opened,
    private readonly closers: (() => Promise<unknown>)[],
  ) {}

  /**
   * @param over settings of this installation instead of the usual ones
   * @param port 0 takes a free one
   * @param board of the queues, and where they are kept, if not in its database
   */
  static async start(over: Partial<ApiSettings> = {}, port = 0, board: Board = {}): Promise<RunningApi> {
    const database = await freshDatabase();
    const clock = new TestClock();
    const store = await createPostgresStore(database.url);
    const pool = new pg.Pool({ connectionString: database.url });
    pool.on('error', () => undefined);
    const keys = await openPersonKeys(pool, Buffer.alloc(32, 7));
    const jurisdiction = { code: '990100', name: '望川县', timeOffset: '+08:00' };
    const onFailure = (error: unknown): never => {
      throw error;
    };
    const application = new Application({
      store,
      clock,
      keys,
      jurisdiction,
      screen: screenForm,
      assess,
      neighbours: neighboursIn(pool),
      onFailure,
    });
    await application.ready();
    await foundCounty(application);
    const access = await openAccess(database.url, clock.now);
    await Promise.all(SEATS.map(([user]) => access.setPassword(user, PASSWORD)));
    const settings: ApiSettings = {
      origin: 'http://localhost:3000',
      secureCookies: false,
      now: clock.now,
      openAccounts: [],
      oidc: null,
      ...over,
    };
    const readModels = await openReadModels({ databaseUrl: database.url, store });
    const projections = await runProjections({ databaseUrl: database.url, store, log: () => undefined });
    await migrateAudit(pool);
    await migrateJobs(pool);
    const jobs = { pool, queues: board.queues ?? { databaseUrl: database.url } };
    const audit = { pool, store, clock, jurisdiction: '990100', timeOffset: '+08:00' };
    const dataFolder = await mkdtemp(join(tmpdir(), 'mubiao-attachments-'));
    const attachments = await Attachments.open(pool, { dataFolder, megabytes: 12 });
    const parts = {
      attachments,
      application,
      audit,
      jobs,
      store,
      access,
      readModels,
      settings,
      metrics: new Metrics(),
      ...(board.queueBoard && { queueBoard: board.queueBoard }),
    };
    const logged: string[] = [];
    const api = await createApi(
      parts,
      pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    );
    const listening = await api.listen(port, '127.0.0.1');
    const base = `http://127.0.0.1:${String(listening)}`;
    return new RunningApi(base, { ...parts, api, dataFolder, clock, logged, databaseUrl: database.url }, [
      () => api.close(),
      () => projections.stop(),
      () => readModels.close(),
      () => access.close(),
      () => application.close(),
      () => store.close(),
      () => pool.end(),
      () => database.drop(),
      () => rm(dataFolder, { recursive: true, force: true }),
    ]);
  }

  /** Somebody who has signed in. */
  async as(username: string): Promise<Visitor> {
    const visitor = new Visitor(this.base);
    const reply = await visitor.post('/api/session', { username, password: PASSWORD });
    if (reply.status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(reply.body)}`);
    return visitor;
  }

  async stop(): Promise<void> {
    for (const close of this.closers) await close();
  }
}
