import { createPostgresStore, type NewEvent } from '#event-store';
import { loadEmmett } from '../../rivals/emmett.ts';
import { countyModels, retold } from '../histories.ts';

/** Targets that are written at the same time, so that their events stand mixed in the feed. */
const AT_A_TIME = 64;
const INDICATORS = 3;

/** The register first, then whole lives of targets until there are so many events; says how many they are. */
export async function writeHistory(url: string, events: number, indicators = INDICATORS): Promise<number> {
  const { register, models } = await countyModels(20, indicators);
  const store = await createPostgresStore(url);
  let written = 0;
  for (const [stream, ofRegister] of register) {
    await store.append(stream, 'none', ofRegister);
    written += ofRegister.length;
  }
  let told = 0;
  while (written < events) {
    const lives = Array.from({ length: AT_A_TIME }, () => {
      const stream = `target-00000000-0000-4000-8000-${String(told).padStart(12, '0')}`;
      const model = models[told % models.length] ?? [];
      told += 1;
      return { stream, events: retold(model, stream) };
    });
    written += await appendInTurn(store, lives);
  }
  await store.close();
  return written;
}

async function appendInTurn(
  store: Awaited<ReturnType<typeof createPostgresStore>>,
  lives: readonly { stream: string; events: readonly NewEvent[] }[],
): Promise<number> {
  const longest = Math.max(...lives.map(({ events }) => events.length));
  for (let revision = 0; revision < longest; revision += 1)
    await Promise.all(
      lives
        .filter(({ events }) => revision < events.length)
        .map(({ stream, events }) =>
          store.append(stream, revision === 0 ? 'none' : revision - 1, events.slice(revision, revision + 1)),
        ),
    );
  return lives.reduce((sum, { events }) => sum + events.length, 0);
}

/**
 * The same kind of events in Emmett's store, one target after the other: of what is written at the same time its
 * consumer passes some over. Says how many they are, `null` where it is not installed.
 */
export async function writeEmmettHistory(url: string, events: number): Promise<number | null> {
  const emmett = await loadEmmett();
  if (emmett === null) return null;
  const { models } = await countyModels(20, INDICATORS);
  const store = emmett.getPostgreSQLEventStore(url);
  await store.schema.migrate();
  let written = 0;
  for (let told = 0; written < events; told += 1) {
    const stream = `target-${told}`;
    const life = retold(models[told % models.length] ?? [], stream);
    const given = life.map(({ type, body }) => ({ type, data: JSON.parse(body) as unknown }));
    await store.appendToStream(stream, given, { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
    written += given.length;
  }
  await store.close();
  return written;
}
