import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EVENT_TERMS } from '#domain';
import { verifyStream } from '#event-store';
import { foldArchive, type ArchivedEvent } from './archive.ts';

const folder = join(import.meta.dirname, 'archive');
const archives = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));

describe.each(archives)('封存的历史 %s', (name) => {
  const lines = gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .split('\n');
  const events = lines.map((line) => JSON.parse(line) as ArchivedEvent);
  const expected = JSON.parse(
    readFileSync(join(folder, name.replace('.jsonl.gz', '.json')), 'utf8'),
  ) as object;

  it('每条事件的封存都还对得上', () => {
    for (const stream of Object.keys(expected)) {
      const own = events
        .filter((event) => event.stream === stream)
        .map((event) => ({ ...event, position: '' }));
      expect([stream, verifyStream(own)]).toEqual([
        stream,
        expect.objectContaining({ intact: true, events: own.length }),
      ]);
    }
  });

  it('今天的程序读出的状态与当时一样', () => {
    expect(Object.fromEntries(foldArchive(events))).toEqual(expected);
  });

  it('各类事件大多在其中，没有不认识的', () => {
    const types = new Set(events.map(({ type }) => type));
    expect([...types].filter((type) => !Object.hasOwn(EVENT_TERMS, type))).toEqual([]);
    expect(types.size).toBeGreaterThan(20);
  });
});
