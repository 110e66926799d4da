import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type EventStore } from '#event-store';
import { SEALS } from './seals-stream.ts';

/** What was handed outside is not what the store holds now. */
export class OutsideContradicted extends Error {
  override readonly name = 'OutsideContradicted';

  constructor(
    readonly place: string,
    readonly revision: number,
  ) {
    super(
      `外部副本 ${place} 中第 ${revision} 条签名记录与系统中的不一致：历史可能被改动，请保管好该副本并核对。`,
    );
  }
}

/** Of the longest event of the stream there are many in here. */
const TAIL_BYTES = 65_536;
const PAGE = 500;

/**
 * Brings a file up to the stream `seals`: one event a line, its stored text as it is, so that the chain of seals can
 * be verified from the file alone. Only ever appended to; a line that a crash cut short is written anew.
 * @returns how many lines were added
 * @throws OutsideContradicted where the last line is not what the store has at that revision
 */
export async function deliverToFile(store: EventStore, file: string): Promise<number> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const opened = openSync(file, 'a+', 0o644);
  try {
    let next = await revisionAfter(store, file, lastLine(opened));
    let added = 0;
    for (;;) {
      const events = await store.readStream(SEALS, { from: next, limit: PAGE });
      if (events.length === 0) return added;
      writeSync(opened, events.map(({ body }) => `${body}\n`).join(''));
      fsyncSync(opened);
      added += events.length;
      next += events.length;
    }
  } finally {
    closeSync(opened);
  }
}

async function revisionAfter(store: EventStore, file: string, line: string | null): Promise<number> {
  if (line === null) return 0;
  const { revision } = JSON.parse(line) as { revision: number };
  const [event] = await store.readStream(SEALS, { from: revision, limit: 1 });
  if (event?.body !== line) throw new OutsideContradicted(file, revision);
  return revision + 1;
}

/** The last whole line, after cutting off what follows it; `null` for none. */
function lastLine(opened: number): string | null {
  const { size } = fstatSync(opened);
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(opened, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(10);
  if (end + 1 < tail.length) ftruncateSync(opened, size - (tail.length - end - 1));
  if (end < 0) return null;
  const start = tail.lastIndexOf(10, end - 1) + 1;
  return tail.toString('utf8', start, end);
}
