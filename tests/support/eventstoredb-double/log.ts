/** What a real server of 23.10 does with events; see the rows of the facts it was measured by. No gRPC here. */
export interface LogRecord {
  id: string;
  stream: string;
  revision: number;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
  position: bigint;
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = bigint | 'any' | 'no-stream' | 'stream-exists';

export type AppendResult =
  | { kind: 'appended'; revision: number; position: bigint }
  | { kind: 'wrong-revision'; actual: number | null }
  | { kind: 'too-large' | 'bad-request' | 'deleted' };

export const MAX_APPEND_BYTES = 1024 * 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Bytes around each record, so that positions have gaps as those of a real log have. */
const RECORD_OVERHEAD = 97n;

export class Log {
  readonly all: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly tombstones = new Set<string>();
  private readonly deletedBefore = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  /** @param systemProjections write `$ce-` and `$et-` links and statistics, as a server with projections does */
  constructor(private readonly systemProjections = false) {}

  append(stream: string, expected: Expected, events: readonly Proposed[]): AppendResult {
    if (events.some(({ id }) => !UUID.test(id))) return { kind: 'bad-request' };
    if (sizeOf(events) > MAX_APPEND_BYTES) return { kind: 'too-large' };
    if (this.tombstones.has(stream)) return { kind: 'deleted' };
    // An append of nothing reports success at revision 0, and no stream exists afterwards.
    if (events.length === 0) return { kind: 'appended', revision: 0, position: 0n };
    const stored = this.streams.get(stream) ?? [];
    const repeated = repeatOf(stored, expected, events);
    if (repeated !== undefined) {
      return { kind: 'appended', revision: repeated.revision, position: repeated.position };
    }
    if (!isExpected(expected, this.visible(stream))) {
      return { kind: 'wrong-revision', actual: this.visible(stream).at(-1)?.revision ?? null };
    }
    return this.write(stream, events);
  }

  /** What a reader sees: nothing of what was deleted softly, though the revision goes on from there. */
  visible(stream: string): readonly LogRecord[] {
    const stored = this.streams.get(stream) ?? [];
    const from = this.deletedBefore.get(stream);
    return from === undefined ? stored : stored.filter(({ revision }) => revision >= from);
  }

  softDelete(stream: string): void {
    this.deletedBefore.set(stream, this.streams.get(stream)?.length ?? 0);
  }

  tombstone(stream: string): void {
    this.tombstones.add(stream);
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(stream);
  }

  /** Index in `all` of the first record at or after a position. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private write(stream: string, events: readonly Proposed[]): AppendResult {
    let last: LogRecord | undefined;
    for (const event of events) last = this.record(stream, event);
    if (this.systemProjections) for (const event of events) this.project(stream, event);
    for (const listener of this.listeners) listener();
    return { kind: 'appended', revision: last?.revision ?? 0, position: last?.position ?? 0n };
  }

  private record(stream: string, proposed: Proposed): LogRecord {
    const stored = this.streams.get(stream) ?? [];
    this.streams.set(stream, stored);
    const before = this.all.at(-1);
    const position = before ? before.position + BigInt(before.data.length) + RECORD_OVERHEAD : 0n;
    const record = { ...proposed, stream, revision: stored.length, position };
    stored.push(record);
    this.all.push(record);
    return record;
  }

  private project(stream: string, { type }: Proposed): void {
    const system = (text: string, name: string): Proposed => ({
      id: '00000000-0000-4000-8000-000000000000',
      type: name,
      contentType: 'application/octet-stream',
      data: new TextEncoder().encode(text),
      metadata: new Uint8Array(),
    });
    this.record(`$ce-${stream.split('-')[0] ?? ''}`, system(`0@${stream}`, '$>'));
    this.record(`$et-${type}`, system(`0@${stream}`, '$>'));
    if (this.all.length % 2 === 0) this.record('$stats-127.0.0.1:2113', system('{}', '$statsCollected'));
  }
}

function sizeOf(events: readonly Proposed[]): number {
  return events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
}

/** The same ids where this expectation would have put them; with `any` wherever the first of them stands. */
function repeatOf(
  stored: readonly LogRecord[],
  expected: Expected,
  events: readonly Proposed[],
): LogRecord | undefined {
  const first = firstRevision(stored, expected, events);
  const there = stored.slice(first, first + events.length);
  const isSame = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
  return isSame ? there.at(-1) : undefined;
}

function firstRevision(
  stored: readonly LogRecord[],
  expected: Expected,
  events: readonly Proposed[],
): number {
  if (typeof expected === 'bigint') return Number(expected) + 1;
  if (expected === 'no-stream') return 0;
  return Math.max(
    0,
    stored.findIndex(({ id }) => id === events[0]?.id),
  );
}

function isExpected(expected: Expected, visible: readonly LogRecord[]): boolean {
  if (expected === 'any') return true;
  const last = visible.at(-1);
  if (expected === 'no-stream') return last === undefined;
  return expected === 'stream-exists' ? last !== undefined : BigInt(last?.revision ?? -1) === expected;
}
