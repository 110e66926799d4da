import pg from 'pg';
import type { StoredEvent } from '#event-store';
import {
  migrateReadModels,
  ProjectionRunner,
  PROJECTIONS,
  rebuildProjection,
  statusOfProjections,
  type BatchStep,
  type Projection,
} from '#read-models';
import { request } from '../../libs/application/given.ts';
import { formNamed, projectedCounty, targetThat, type ProjectedCounty } from './county.ts';
import { dumpOf } from './dump.ts';

const TALLY = { name: 'tally', columns: { id: 'text', n: 'int' }, key: ['id'], indexes: [] };

/** Counts events in memory, as other projections fold; takes several at once only where `canTake` lets it. */
const counting = (
  canTake: (events: readonly StoredEvent[]) => boolean,
  onRecall: (events: readonly StoredEvent[]) => unknown,
): Projection => ({
  name: 'counting',
  version: 1,
  filter: { streamPrefixes: ['target-'] },
  tables: [TALLY],
  begin: () => {
    let n: number | null = null;
    return {
      recall: async (events, read) => {
        onRecall(events);
        n ??= (await read<{ n: number }>('select n from {schema}.tally', []))[0]?.n ?? 0;
      },
      project: (events) => {
        if (!canTake(events)) throw new Error('Too many at once.');
        n = (n ?? 0) + events.length;
        return [{ kind: 'upsert', table: TALLY, rows: [{ id: 'all', n }] }];
      },
    };
  },
});

let county: ProjectedCounty;
let pool: pg.Pool;
beforeEach(async () => {
  county = await projectedCounty();
  pool = new pg.Pool({ connectionString: county.url, max: 12 });
  pool.on('error', () => undefined);
});
afterEach(async () => {
  await pool.end();
  await county.close();
});

const run = (projection: Projection, interrupt?: (step: BatchStep) => Promise<void>): ProjectionRunner =>
  new ProjectionRunner({ pool, store: county.store, projection, log: () => undefined, interrupt });

async function caughtUp(name: string): Promise<void> {
  const head = await county.store.head();
  for (;;) {
    const statuses = await statusOfProjections(pool);
    if (statuses.some(({ projection, position }) => projection === name && position === head)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a batch that is worked out while the one before it is written', () => {
  it('goes on from the whole of that, though it is written event by event', async () => {
    const { id } = await targetThat(county, formNamed('河道保洁'), 'present', 'submit', 'section');
    let heard = (): void => undefined;
    const asked = new Promise<void>((resolve) => (heard = resolve));
    let isAppended = (): void => undefined;
    const appended = new Promise<void>((resolve) => (isAppended = resolve));
    const isLater = ({ stream }: StoredEvent): boolean => stream !== `target-${id}`;
    const projection = counting(
      (events) => events.length === 1 || events.some(isLater),
      (events) => events.some(isLater) && heard(),
    );
    await migrateReadModels(pool, [projection]);
    let rows = 0;
    const runner = run(projection, async (step) => {
      if (step !== 'rows' || (rows += 1) !== 2) return;
      await targetThat(county, formNamed('堤防维护'), 'present');
      await asked;
      isAppended();
    });
    await appended;
    await caughtUp('counting');
    await runner.stop();
    const { events } = await county.store.readAll({ filter: projection.filter });
    expect((await pool.query('select n from read_counting.tally')).rows).toEqual([{ n: events.length }]);
  });
});

describe('a rebuild that puts wrong rows right', () => {
  it('is heeded by the worker that had read them', async () => {
    const projection = PROJECTIONS.find(({ name }) => name === 'target-list');
    if (!projection) throw new Error('There is no list of targets.');
    await migrateReadModels(pool, PROJECTIONS);
    const { id } = await targetThat(county, formNamed('河道保洁'));
    const before = run(projection);
    await caughtUp(projection.name);
    await before.stop();
    const wrong = `update read_target_list.target set fold = jsonb_set(fold::jsonb, '{facts,returns}', '7')::json`;
    expect((await pool.query(wrong)).rowCount).toBe(1);
    const runner = run(projection);
    await county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    await caughtUp(projection.name);
    await rebuildProjection({ pool, store: county.store, projection });
    await county.application.send(id, { type: 'SubmitTarget', answers: [] }, request('head'));
    await caughtUp(projection.name);
    await runner.stop();
    const live = await dumpOf(county.url);
    await rebuildProjection({ pool, store: county.store, projection });
    expect((await dumpOf(county.url))['read_target_list.target']).toEqual(live['read_target_list.target']);
  });
});
