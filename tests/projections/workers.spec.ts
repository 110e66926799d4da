import pg from 'pg';
import {
  migrateReadModels,
  openReadModels,
  PROJECTIONS,
  ProjectionRunner,
  rebuildProjection,
  statusOfProjections,
  type BatchStep,
  type Projection,
  type ProjectionStatus,
} from '#read-models';
import { request } from '../../libs/application/given.ts';
import { formNamed, projectedCounty, projecting, targetThat, type ProjectedCounty } from './county.ts';
import { dumpOf } from './dump.ts';
import { appendPoison } from './poison.ts';

let county: ProjectedCounty;
let pool: pg.Pool;

beforeEach(async () => {
  county = await projectedCounty();
  pool = new pg.Pool({ connectionString: county.url, max: 12 });
  pool.on('error', () => undefined);
  await migrateReadModels(pool, PROJECTIONS);
});
afterEach(async () => {
  await pool.end();
  await county.close();
});

const named = (name: string): Projection => {
  const found = PROJECTIONS.find((projection) => projection.name === name);
  if (!found) throw new Error(`There is no projection ${name}.`);
  return found;
};

const run = (projection: Projection, interrupt?: (step: BatchStep) => Promise<void>): ProjectionRunner =>
  new ProjectionRunner({
    pool,
    store: county.store,
    projection,
    log: () => undefined,
    batchSize: 5,
    ...(interrupt && { interrupt }),
  });

/** Waits for a fact about a projection, looking at its checkpoint whenever it moves. */
async function statusWhere(
  name: string,
  isSo: (status: ProjectionStatus) => boolean,
): Promise<ProjectionStatus> {
  for (;;) {
    const found = (await statusOfProjections(pool)).find(({ projection }) => projection === name);
    if (found && isSo(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function caughtUp(name: string): Promise<void> {
  const head = await county.store.head();
  await statusWhere(name, ({ position }) => position === head);
}

async function expectEqualToRebuilt(): Promise<void> {
  const live = await dumpOf(county.url);
  for (const projection of PROJECTIONS) await rebuildProjection({ pool, store: county.store, projection });
  expect(await dumpOf(county.url)).toEqual(live);
}

const someHistory = async (targets: number): Promise<void> => {
  for (let number = 0; number < targets; number += 1)
    await targetThat(county, formNamed(`目标${number}`), 'present', 'submit', 'section');
};

describe('workers', () => {
  it('give every event its effect exactly once, however many of them run', async () => {
    const workers = await Promise.all([1, 2, 3].map(() => projecting(county.url, county.store)));
    await someHistory(12);
    for (const { name } of PROJECTIONS) await caughtUp(name);
    await Promise.all(workers.map((worker) => worker.stop()));
    await expectEqualToRebuilt();
    const { rows } = await pool.query<{ lines: number; events: number }>(
      `select (select count(*) from read_timeline.line)::int as lines,
         (select count(*) from store.events where stream like 'target-%')::int as events`,
    );
    expect(rows[0]?.lines).toBe(rows[0]?.events);
  });

  it('hand over to another one when they end', async () => {
    const first = await projecting(county.url, county.store);
    const second = await projecting(county.url, county.store);
    await someHistory(2);
    for (const { name } of PROJECTIONS) await caughtUp(name);
    await first.stop();
    await someHistory(2);
    for (const { name } of PROJECTIONS) await caughtUp(name);
    await second.stop();
    await expectEqualToRebuilt();
  });

  it('do not take rows that another one has just written for a poisonous event', async () => {
    const name = 'target-list';
    const { id } = await targetThat(county, formNamed('河道保洁'), 'present');
    const before = run(named(name));
    await caughtUp(name);
    await before.stop();
    await county.application.send(id, { type: 'SubmitTarget', answers: [] }, request('head'));
    let isOvertaken = false;
    const slow = run(named(name), async (step) => {
      if (step !== 'recall' || isOvertaken) return;
      isOvertaken = true;
      // After what it read of the feed, and before what it reads of the rows.
      const quick = run(named(name));
      await caughtUp(name);
      await quick.stop();
    });
    await statusWhere(name, () => isOvertaken);
    await caughtUp(name);
    await someHistory(1);
    await caughtUp(name);
    await slow.stop();
    const others = await projecting(county.url, county.store);
    for (const each of PROJECTIONS) await caughtUp(each.name);
    await others.stop();
    await expectEqualToRebuilt();
  });

  it.each(['begin', 'recall', 'rows', 'checkpoint', 'done'] as const)(
    'lose and double nothing when killed again and again before “%s”',
    async (fatal) => {
      await someHistory(4);
      let kills = 0;
      const runners = PROJECTIONS.map((projection) => {
        let mine = 0;
        return run(projection, async (step) => {
          if (step !== fatal) return;
          mine += 1;
          if (mine > 4 || mine === 3) return;
          kills += 1;
          // As if the server or the process were gone: every connection that is inside a transaction breaks.
          await pool.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction'`,
          );
        });
      });
      for (const { name } of PROJECTIONS) await caughtUp(name);
      await Promise.all(runners.map((runner) => runner.stop()));
      expect(kills).toBeGreaterThan(PROJECTIONS.length);
      await expectEqualToRebuilt();
    },
  );
});

describe('an event that cannot be projected', () => {
  it('stops only the projections that need it, after everything before it, and is told', async () => {
    const { id } = await targetThat(county, formNamed('河道保洁'), 'present', 'submit');
    const before = await county.store.head();
    const position = await appendPoison(county.store, id);
    const runners = PROJECTIONS.map((projection) => run(projection));
    const stopped = await statusWhere('target-list', ({ failure }) => failure !== null);
    expect(stopped).toMatchObject({
      position: before,
      failure: { position, eventId: '00000000-0000-4000-8000-00000000dead' },
    });
    expect(stopped.failure?.error).toContain('OpinionGiven');
    // The library does not look at opinions, the register not at targets: both go on.
    for (const name of ['indicator-library', 'register']) await caughtUp(name);
    await Promise.all(runners.map((runner) => runner.stop()));
    const { rows } = await pool.query<{ name: string }>('select name from read_target_list.target');
    expect(rows).toEqual([{ name: '河道保洁' }]);
  });

  it('is the end of a rebuild, which leaves the old rows as they are', async () => {
    const { id } = await targetThat(county, formNamed('堤防维护'), 'present');
    const runner = run(named('timeline'));
    await caughtUp('timeline');
    await runner.stop();
    const live = await dumpOf(county.url);
    await appendPoison(county.store, id);
    const rebuilding = rebuildProjection({ pool, store: county.store, projection: named('timeline') });
    await expect(rebuilding).rejects.toMatchObject({ name: 'PoisonousEvent' });
    const after = await dumpOf(county.url);
    expect(after['read_timeline.line']).toEqual(live['read_timeline.line']);
  });
});

describe('a checkpoint that lies ahead of the log', () => {
  it('is refused and told: the log was restored from a backup', async () => {
    await targetThat(county, formNamed('水闸检修'));
    await pool.query(`update read_models.checkpoint set position = '999999' where projection = 'tasks'`);
    const runner = run(named('tasks'));
    const status = await statusWhere('tasks', ({ failure }) => failure !== null);
    expect(status.failure?.error).toContain('CheckpointAhead');
    await runner.stop();
    expect((await pool.query('select 1 from read_tasks.work')).rowCount).toBe(0);
  });
});

describe('waiting for one’s own write', () => {
  it('ends after the given time and says that the answer is older', async () => {
    const views = await openReadModels({ databaseUrl: county.url, store: county.store });
    const { position } = await targetThat(county, formNamed('泵站改造'));
    const began = performance.now();
    expect(await views.waitFor('timeline', position)).toEqual({ position: null, stale: true });
    expect(performance.now() - began).toBeGreaterThan(1_900);
    const runner = run(named('timeline'));
    expect(await views.waitFor('timeline', position)).toEqual({ position, stale: false });
    await runner.stop();
    await views.close();
  });

  it('asks the server nothing while nothing happens', async () => {
    await targetThat(county, formNamed('灌渠防渗'));
    const worker = await projecting(county.url, county.store);
    for (const { name } of PROJECTIONS) await caughtUp(name);
    const queries = async (): Promise<number> => {
      const { rows } = await pool.query<{ n: number }>(
        `select (xact_commit + xact_rollback)::int as n from pg_stat_database where datname = current_database()`,
      );
      return rows[0]?.n ?? 0;
    };
    // Connections hand in what they counted up to ten seconds late, so the first windows may hold earlier work.
    let asked = Number.POSITIVE_INFINITY;
    for (let before = await queries(), windows = 0; asked > 2 + 12 && windows < 5; windows += 1) {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      const after = await queries();
      asked = after - before;
      before = after;
    }
    await worker.stop();
    // Our own two questions, and at most two a second by feed and projections together.
    expect(asked).toBeLessThanOrEqual(2 + 12);
  });
});
