import type pg from 'pg';
import { sameIds } from '../append-rules.ts';
import { StoreUnavailable, WrongExpectedRevision } from '../errors.ts';
import type { Appended, ExpectedRevision, NewEvent } from '../port.ts';
import { patiently, type Patience } from '../patience.ts';
import { patienceOf } from './connection.ts';
import { repeatIn } from './reads.ts';
import { textArray } from './text-array.ts';

interface Waiting {
  stream: string;
  expected: ExpectedRevision;
  events: readonly NewEvent[];
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}

interface Outcome {
  append_no: number;
  found_revision: number;
  is_repeat: boolean;
  last_revision: number | null;
  last_position: string | null;
}

const LARGEST_GROUP = 256;
const LARGEST_GROUP_CHARACTERS = 4_000_000;

const APPEND =
  'select * from store.append($1::text[], $2, $3, $4, $5::text[]::uuid[], $6::text[], $7::text[], $8::text[])';

/**
 * Whatever queued while the last transaction was in flight goes into the next: under load one lock and one flush to
 * disk serve many appends.
 */
export class GroupAppend {
  private queue: Waiting[] = [];
  private pumping: Promise<void> | null = null;
  private readonly patience: Patience;

  constructor(
    private readonly writing: pg.Pool,
    private readonly reading: pg.Pool,
    patienceMs: number,
  ) {
    this.patience = patienceOf(patienceMs, 'unknown');
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected, events, resolve, reject });
      this.pumping ??= this.pump();
    });
  }

  /** Resolves when nothing is waiting any more. */
  async drained(): Promise<void> {
    await this.pumping;
  }

  private async pump(): Promise<void> {
    while (this.queue.length > 0) {
      // One turn of the loop, in which those that the last group answered queue again; without it groups of 1 and
      // of all the others alternate.
      await new Promise((resolve) => setImmediate(resolve));
      await this.write(this.takeGroup());
    }
    this.pumping = null;
  }

  /** At most one append a stream: the second must see the revision that the first leaves. */
  private takeGroup(): Waiting[] {
    const group = new Map<string, Waiting>();
    const later: Waiting[] = [];
    let characters = 0;
    for (const waiting of this.queue) {
      const isFull = group.size >= LARGEST_GROUP || characters > LARGEST_GROUP_CHARACTERS;
      if (isFull || group.has(waiting.stream)) {
        later.push(waiting);
      } else {
        group.set(waiting.stream, waiting);
        for (const { body } of waiting.events) characters += body.length;
      }
    }
    this.queue = later;
    return [...group.values()];
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.send(group);
      for (const outcome of outcomes) void this.answer(group[outcome.append_no - 1], outcome);
    } catch (error) {
      if (group.length === 1 || error instanceof StoreUnavailable) {
        for (const { reject } of group) reject(error);
      } else {
        // One of them is at fault and must not take the others with it.
        for (const waiting of group) await this.write([waiting]);
      }
    }
  }

  /** The same bytes with the same expectations, however often it takes; what a lost answer had done is then a repeat. */
  private send(group: readonly Waiting[]): Promise<Outcome[]> {
    const events = group.flatMap((waiting) => waiting.events);
    const values = [
      textArray(group.map(({ stream }) => stream)),
      group.map(({ expected }) => expectationNumber(expected)),
      group.flatMap((waiting, index) => waiting.events.map(() => index + 1)),
      group.flatMap((waiting) => waiting.events.map((_, index) => index + 1)),
      textArray(events.map(({ id }) => id)),
      textArray(events.map(({ type }) => type)),
      textArray(events.map(({ body }) => body)),
      textArray(events.map(({ seal }) => seal)),
    ];
    return patiently(this.patience, async () => {
      const { rows } = await this.writing.query<Outcome>({ name: 'store-append', text: APPEND, values });
      return rows;
    });
  }

  private async answer(waiting: Waiting | undefined, outcome: Outcome): Promise<void> {
    if (waiting === undefined) return;
    const { last_revision: revision, last_position: position } = outcome;
    if (revision !== null && position !== null) {
      waiting.resolve({ revision, position, isRepeat: false });
      return;
    }
    try {
      waiting.resolve(await this.repeatOrConflict(waiting, outcome));
    } catch (error) {
      waiting.reject(error);
    }
  }

  /** What was written never changes, so this may look after the lock is gone. */
  private async repeatOrConflict(waiting: Waiting, outcome: Outcome): Promise<Appended> {
    const { stream, expected, events } = waiting;
    const { found_revision: found, is_repeat: isRepeat } = outcome;
    const first = expected === 'any' ? null : expectationNumber(expected) + 1;
    if (isRepeat || (first !== null && found >= first + events.length - 1)) {
      const there = await patiently(this.patience, () => repeatIn(this.reading, stream, first, events));
      const last = there.at(-1);
      if (last !== undefined && sameIds(there, events)) {
        return { revision: last.revision, position: last.position, isRepeat: true };
      }
    }
    throw new WrongExpectedRevision(stream, expected, found === -1 ? 'none' : found);
  }
}

function expectationNumber(expected: ExpectedRevision): number {
  if (expected === 'none') return -1;
  return expected === 'any' ? -2 : expected;
}
