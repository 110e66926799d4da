import pg from 'pg';
import { request } from '../../libs/application/given.ts';
import { PROJECTIONS, rebuildNamed, RebuildRunning, VIEWS, type ReadModels, type View } from '#read-models';
import { formNamed, targetThat, viewedCounty, type ViewedCounty } from './county.ts';
import { dumpOf, sizesOf } from './dump.ts';

let county: ViewedCounty;
let views: ReadModels;

beforeAll(async () => {
  county = await viewedCounty();
  ({ views } = county);
  await targetThat(county, formNamed('河道保洁'), 'present', 'submit', 'section', 'performance', 'grant');
});
afterAll(() => county.close());

const caughtUp = async (): Promise<void> => {
  const head = (await county.store.head()) ?? '';
  for (const view of Object.keys(VIEWS) as View[])
    expect(await views.waitFor(view, head)).toMatchObject({ stale: false });
};

/** Appends until told to stop, about 200 events a second where the machine can; answers how many they were. */
function appending(): { stop: () => Promise<number> } {
  const end = new AbortController();
  const began = performance.now();
  let events = 0;
  const one = async (writer: number): Promise<void> => {
    for (let turn = 0; !end.signal.aborted; turn += 1) {
      const deeds = turn % 3 === 0 ? (['present', 'submit', 'section'] as const) : (['present'] as const);
      await targetThat(county, formNamed(`目标${writer}-${turn}`, `指标${turn % 7}`), ...deeds);
      events += turn % 3 === 0 ? 5 : 2;
      const ahead = (events / 200) * 1_000 - (performance.now() - began);
      if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
    }
  };
  const writers = Promise.all([1, 2, 3, 4].map(one));
  return {
    stop: async () => {
      end.abort();
      await writers;
      return events;
    },
  };
}

/** Reads again and again until told to stop; answers every count it saw. */
function reading(): { stop: () => Promise<number[]> } {
  const end = new AbortController();
  const counts: number[] = [];
  const reader = (async () => {
    while (!end.signal.aborted) {
      const { rows } = await views.db.query<{ n: number }>({
        name: 'reading-all-the-time',
        text: `select (select count(*) from read_target_list.target)::int as n,
          (select count(*) from read_tasks.part)::int, (select count(*) from read_timeline.line)::int,
          (select count(*) from read_register.unit)::int, (select count(*) from read_indicator_library.sheet)::int`,
      });
      counts.push(rows[0]?.n ?? 0);
    }
  })();
  return {
    stop: async () => {
      end.abort();
      await reader;
      return counts;
    },
  };
}

describe('rebuilding beside the live one', () => {
  it('gives the same rows while appends go on, and readers never see it empty or go back', async () => {
    await caughtUp();
    const appends = appending();
    const reads = reading();
    for (const projection of PROJECTIONS) {
      const rebuilt = await rebuildNamed({ databaseUrl: county.url, store: county.store, projection });
      expect(rebuilt.events).toBeGreaterThan(0);
    }
    const appended = await appends.stop();
    const counts = await reads.stop();
    await caughtUp();
    expect(appended).toBeGreaterThan(50);
    expect(counts.length).toBeGreaterThan(PROJECTIONS.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const live = await dumpOf(county.url);
    for (const projection of PROJECTIONS)
      await rebuildNamed({ databaseUrl: county.url, store: county.store, projection });
    expect(await dumpOf(county.url)).toEqual(live);
    const empty = Object.entries(sizesOf(live)).filter(([, size]) => size === 0);
    expect(empty).toEqual([['read_register.deadline', 0]]);
  });

  it('leaves nothing behind, and workers go on with the new tables', async () => {
    const { position } = await targetThat(county, formNamed('切换之后'));
    expect(await views.waitFor('tasks', position)).toMatchObject({ stale: false });
    const { rows } = await views.db.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname ~ '_(new|old)$'`,
    );
    expect(rows).toEqual([]);
    expect((await views.status()).map(({ projection }) => projection)).toEqual(
      PROJECTIONS.map(({ name }) => name).sort(),
    );
  });

  it('refuses a second rebuild of the same projection, and clears away one that was killed', async () => {
    const [projection] = PROJECTIONS;
    if (projection === undefined) throw new Error('There are no projections.');
    const other = new pg.Client({ connectionString: county.url });
    await other.connect();
    await other.query(`select pg_advisory_lock(1297436226, hashtext('rebuild ${projection.name}'))`);
    const options = { databaseUrl: county.url, store: county.store, projection };
    await expect(rebuildNamed(options)).rejects.toThrow(RebuildRunning);
    await other.end();
    // What a killed rebuild leaves: its schema and its checkpoint.
    await views.db.query(`create schema read_register_new; create table read_register_new.unit ();
      insert into read_models.checkpoint (projection, shape) values ('register/new', '')`);
    await expect(rebuildNamed(options)).resolves.toMatchObject({ projection: projection.name });
  });

  it('moves tasks with the register in the rebuilt one too', async () => {
    const { application } = county;
    const rename = { type: 'RenameUnit', code: '101002', name: '河道管理中心' } as const;
    await application.sendToDirectory(rename, request('installation'));
    await caughtUp();
    const live = await dumpOf(county.url);
    for (const projection of PROJECTIONS)
      await rebuildNamed({ databaseUrl: county.url, store: county.store, projection });
    expect(await dumpOf(county.url)).toEqual(live);
    expect(live['read_register.unit']?.join()).toContain('河道管理中心');
  });
});
