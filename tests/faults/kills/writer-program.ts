import { writeSync } from 'node:fs';
import { createPostgresStore } from '#event-store';
import { writeStubbornly } from './stubborn-writer.ts';

// A process to be killed: its arguments are the store's URL and the names of its streams. What it tells is on its
// standard output before it goes on, so that whatever was told before the kill reaches the parent.
const [url = '', ...streams] = process.argv.slice(2);
const store = await createPostgresStore(url);
const stopping = new AbortController();
process.on('SIGTERM', () => {
  stopping.abort();
});
const tell = (mark: '?' | '!', id: string): void => void writeSync(1, `${mark}${id}\n`);
await Promise.all(streams.map((stream) => writeStubbornly(store, stream, { tell, signal: stopping.signal })));
await store.close();
