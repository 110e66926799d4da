import type pg from 'pg';
import { CheckpointAhead } from '../errors.ts';
import type { Batch } from '../feed-loop.ts';
import type { Filter, NewEvent, Position, StoredEvent, StreamText } from '../port.ts';
import { positionNumber } from '../position.ts';

const ROW = 'e.position, e.stream, e.revision, e.id, e.type, e.body, e.seal';
const LAST_REVISION = 2 ** 31 - 1;

const passes = (prefixes: string, types: string): string =>
  `(${prefixes}::text[] is null or e.stream ^@ any(${prefixes})) and (${types}::text[] is null or e.type = any(${types}))`;

const SQL = {
  forwards: `select ${ROW} from store.events e where stream = $1 and revision >= $2 order by revision limit $3`,
  backwards: `select ${ROW} from store.events e where stream = $1 and revision <= $2 order by revision desc limit $3`,
  repeated: `select ${ROW} from store.events e where stream = $1 and id = any($2::uuid[]) order by revision`,
  // A row an event: PostgreSQL and `pg` both copy a text again and again that is put together of many bodies.
  load: `
    select e.body, h.revision, h.id, h.seal, h.position from store.events e
    left join (
      select revision, id, seal, position from store.events where stream = $1 order by revision desc limit 1
    ) h using (revision)
    where e.stream = $1 order by e.revision`,
  feedForwards: `
    select ${ROW} from store.events e where position > $1 and ${passes('$2', '$3')} order by position limit $4`,
  feedBackwards: `
    select ${ROW} from store.events e
    where ($1::bigint is null or position < $1) and ${passes('$2', '$3')} order by position desc limit $4`,
  batch: `
    with seen as materialized (
      select max(w.position) as upto, count(*) < $4 as is_last
      from (select position from store.events where position > $1 order by position limit $4) w
    )
    select s.upto, s.is_last, case when s.upto is null then (select max(position) from store.events) end as head, ${ROW}
    from seen s
    left join store.events e on e.position > $1 and e.position <= s.upto and ${passes('$2', '$3')}
    order by e.position`,
  head: 'select max(position) as head from store.events',
};

async function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  name: keyof typeof SQL,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name: `store-${name}`, text: SQL[name], values });
  return rows;
}

export function readStream(
  pool: pg.Pool,
  stream: string,
  options: { from?: number; direction?: 'forwards' | 'backwards'; limit?: number },
): Promise<StoredEvent[]> {
  const { direction = 'forwards', limit = null } = options;
  const from = options.from ?? (direction === 'forwards' ? 0 : LAST_REVISION);
  return ask(pool, direction, [stream, Math.min(from, LAST_REVISION), limit]);
}

export async function loadStream(pool: pg.Pool, stream: string): Promise<StreamText> {
  const rows = await ask<{ body: string } & NonNullable<StreamText['head']>>(pool, 'load', [stream]);
  const last = rows.at(-1);
  const text = `[${rows.map(({ body }) => body).join(',')}]`;
  if (last === undefined) return { text, head: null };
  const { revision, id, seal, position } = last;
  return { text, head: { revision, id, seal, position } };
}

export async function readAll(
  pool: pg.Pool,
  options: { from?: Position; direction?: 'forwards' | 'backwards'; limit?: number; filter?: Filter },
): Promise<{ events: StoredEvent[]; next: Position | null }> {
  const { from, direction = 'forwards', limit = 1_000, filter } = options;
  const start = from === undefined ? null : String(positionNumber(from));
  const events =
    direction === 'forwards'
      ? await ask<StoredEvent>(pool, 'feedForwards', [start ?? '0', ...filterValues(filter), limit])
      : await ask<StoredEvent>(pool, 'feedBackwards', [start, ...filterValues(filter), limit]);
  return { events, next: events.length === limit ? (events.at(-1)?.position ?? null) : null };
}

function filterValues({ streamPrefixes, types }: Filter = {}): unknown[] {
  return [streamPrefixes ?? null, types ?? null];
}

/** The next `size` places of the feed, of which those that pass the filter. @throws CheckpointAhead */
export async function batchAfter(
  pool: pg.Pool,
  after: Position | null,
  size: number,
  filter: Filter | undefined,
): Promise<Batch | null> {
  type Row = StoredEvent & { upto: Position | null; is_last: boolean; head: Position | null };
  const rows = await ask<Row>(pool, 'batch', [after ?? '0', ...filterValues(filter), size]);
  const [end] = rows;
  if (end?.upto != null)
    return { events: rows.filter(isEvent).map(eventOf), checkpoint: end.upto, isLast: end.is_last };
  const head = end?.head ?? null;
  if (after !== null && positionNumber(after) > BigInt(head ?? 0)) throw new CheckpointAhead(after, head);
  return null;
}

/** Where nothing passed the filter the left join leaves one row without an event. */
function isEvent(row: { position: Position | null }): boolean {
  return row.position !== null;
}

function eventOf({ id, type, body, seal, stream, revision, position }: StoredEvent): StoredEvent {
  return { id, type, body, seal, stream, revision, position };
}

export async function readHead(pool: pg.Pool): Promise<Position | null> {
  const [row] = await ask<{ head: Position | null }>(pool, 'head', []);
  return row?.head ?? null;
}

/** What stands where a repeat of an append would stand: at its first revision, or for `any` (null) under its ids. */
export function repeatIn(
  pool: pg.Pool,
  stream: string,
  first: number | null,
  events: readonly NewEvent[],
): Promise<StoredEvent[]> {
  return first === null
    ? ask(pool, 'repeated', [stream, events.map(({ id }) => id)])
    : readStream(pool, stream, { from: first, limit: events.length });
}
