// Writes the archive that every later version must still fold: npm run freeze. Run it once a release, never to make a spec pass.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Application, screenForm, assessForm } from '#application';
import { createMemoryStore } from '#event-store';
import { seedDemo, SimulatedClock } from '../../apps/cli/demo/seed.ts';
import { memoryPersonKeys } from '../../libs/application/given.ts';
import { foldArchive, type ArchivedEvent } from './archive.ts';

const store = createMemoryStore();
const clock = new SimulatedClock();
const application = new Application({
  store,
  clock,
  keys: memoryPersonKeys(),
  jurisdiction: { code: '990100', name: '望川县', timeOffset: '+08:00' },
  screen: screenForm,
  assess: assessForm,
  onFailure: (error) => {
    throw error;
  },
});
await application.ready();
await seedDemo(application, clock, Date.UTC(2026, 10, 21));
await application.close();

const { events } = await store.readAll({ limit: 100_000 });
const archived = events.map(({ stream, revision, id, type, body, seal }): ArchivedEvent => ({
  stream,
  revision,
  id,
  type,
  body,
  seal,
}));
const folded = foldArchive(archived);
/** The register, the campaigns, and the first target of every length and end: enough of each kind, small enough to keep. */
const kept = new Map<string, string>();
for (const [stream, state] of folded) {
  const count = archived.filter((event) => event.stream === stream).length;
  const kind = stream.startsWith('target-') ? `${JSON.stringify(state)} ${String(count)}` : stream;
  if (!kept.has(kind)) kept.set(kind, stream);
}
const streams = new Set(kept.values());
const lines = archived.filter(({ stream }) => streams.has(stream));
const states = Object.fromEntries([...folded].filter(([stream]) => streams.has(stream)));
const folder = join(import.meta.dirname, 'archive');
writeFileSync(
  join(folder, '2026-11.jsonl.gz'),
  gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'), { level: 9 }),
);
writeFileSync(join(folder, '2026-11.json'), `${JSON.stringify(states, null, 1)}\n`);
process.stdout.write(`${String(lines.length)} events of ${String(streams.size)} streams\n`);
