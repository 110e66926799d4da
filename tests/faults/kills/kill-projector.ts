import { createPostgresStore, type EventStore } from '#event-store';
import { countyModels, retold } from '../../load/histories.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Attack, Extent, Verdict } from '../verdict.ts';
import { projectUpTo } from './killed-projector.ts';
import { projectToTheEnd, rebuiltRows, rowsOf } from './read-model-rows.ts';

const TARGETS_A_KILL = 10;
/** One more each time: with five projections at once every statement of a batch has its turn. */
const FIRST_STATEMENT = 6;
const STATEMENTS = 60;

/** kill -9 of a worker at each statement of its batches; in the end the rows are what a rebuild makes them. */
export const killProjector: Attack = {
  name: 'kill-projector',
  run: async (extent) => {
    const { url, drop } = await freshDatabase();
    const store = await createPostgresStore(url);
    try {
      return [await attack(url, store, extent)];
    } finally {
      await store.close();
      await drop();
    }
  },
};

async function attack(url: string, store: EventStore, { isShort, say }: Extent): Promise<Verdict> {
  const kills = isShort ? 5 : 200;
  const tell = await storyteller(store);
  const places = new Map<string, number>();
  for (let kill = 0; kill < kills; kill += 1) {
    await tell(TARGETS_A_KILL);
    const place = await projectUpTo(FIRST_STATEMENT + ((kill * 7) % STATEMENTS), url);
    places.set(place, (places.get(place) ?? 0) + 1);
    if (kill % 10 === 9) say(`projector killed, ${kill + 1} of ${kills}`);
  }
  await projectToTheEnd(url, store);
  const live = await rowsOf(url);
  const rebuilt = await rebuiltRows(url);
  const differing = [...rebuilt].flatMap(([place, rows]) => difference(rows, live.get(place) ?? []));
  const rows = [...live.values()].reduce((sum, each) => sum + each.length, 0);
  return {
    attack: `projector killed ${kills} times, each at a statement of a batch`,
    isAsPromised: differing.length === 0 && rows > 0,
    figures:
      `${places.size} different places (${[...places.keys()].sort().join(', ')}), ` +
      `${rows} rows, ${differing.length} of them not as rebuilt ${differing.slice(0, 3).join(' ')}`,
  };
}

/** Rows on one side only. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const [ofA, ofB] = [new Set(a), new Set(b)];
  return [...a.filter((row) => !ofB.has(row)), ...b.filter((row) => !ofA.has(row))];
}

/** Appends the lives of so many further targets, event by event in turn, as targets that live at the same time do. */
async function storyteller(store: EventStore): Promise<(targets: number) => Promise<void>> {
  const { register, models } = await countyModels(5, 3);
  for (const [stream, events] of register) await store.append(stream, 'none', events);
  let told = 0;
  return async (targets) => {
    const lives = Array.from({ length: targets }, () => {
      const model = models[told % models.length] ?? [];
      told += 1;
      const stream = `target-00000000-0000-4000-8000-${String(told).padStart(12, '0')}`;
      return { stream, events: retold(model, stream) };
    });
    for (let revision = 0; lives.some(({ events }) => revision < events.length); revision += 1)
      await Promise.all(
        lives
          .filter(({ events }) => revision < events.length)
          .map(({ stream, events }) =>
            store.append(
              stream,
              revision === 0 ? 'none' : revision - 1,
              events.slice(revision, revision + 1),
            ),
          ),
      );
  };
}
