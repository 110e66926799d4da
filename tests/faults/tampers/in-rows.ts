import { randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { checkHistory, type AuditParts } from '#audit';
import { canonicalText, sealOf, verifyStream } from '#event-store';
import { any, type Place, type Tamper } from './found.ts';

interface Row {
  position: string;
  stream: string;
  revision: number;
  body: string;
  seal: string;
}
/** Changes rows by SQL and says where. */
type Change = (db: pg.Pool, row: Row, rows: readonly Row[]) => Promise<readonly Place[]>;

const where = 'where stream = $1 and revision = $2';
const placeOf = ({ stream, revision }: Row): Place => ({ stream, revision });
const set =
  (assignment: string, valueOf: (row: Row) => unknown): Change =>
  async (db, row) => {
    await db.query(`update store.events set ${assignment} ${where}`, [
      row.stream,
      row.revision,
      valueOf(row),
    ]);
    return [placeOf(row)];
  };

const altered = (text: string): string => {
  const at = randomInt(text.length);
  return text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
};
const rewritten = (body: string): string =>
  canonicalText({ ...(JSON.parse(body) as object), time: '2020-01-01T00:00:00.000+08:00' });

const CHANGES: Readonly<Record<string, Change>> = {
  'a character of a body': set('body = $3', ({ body }) => altered(body)),
  'a digit of a seal': set('seal = $3', ({ seal }) => altered(seal)),
  'the id beside a body': set('id = $3', () => randomUUID()),
  'the type beside a body': set('type = $3', () => 'TargetApprovedByNobody'),
  // The last event is at the end already.
  'the place in the feed': async (db, row, rows) => {
    const moved = row === rows.at(-1) ? any(rows.slice(0, -1)) : row;
    await db.query(
      'update store.events set position = (select max(position) + 1 from store.events) where position = $1',
      [moved.position],
    );
    return [placeOf(moved)];
  },
  'a body and its seal': async (db, row) => {
    const body = rewritten(row.body);
    await db.query(`update store.events set body = $3, seal = $4 ${where}`, [
      row.stream,
      row.revision,
      body,
      sealOf(body),
    ]);
    return [placeOf(row)];
  },
  'an event dropped': async (db, row) => {
    await db.query(`delete from store.events ${where}`, [row.stream, row.revision]);
    return [placeOf(row)];
  },
  'a stream dropped': async (db, { stream }) => {
    await db.query('delete from store.events where stream = $1', [stream]);
    return [{ stream, revision: 0 }];
  },
  'an event of another stream at the end': async (db, { stream }, rows) => {
    const revision = rows.filter((one) => one.stream === stream).length;
    const other = any(rows);
    await db.query(
      `insert into store.events (position, stream, revision, id, type, body, seal)
       select (select max(position) + 1 from store.events), $1, $2, gen_random_uuid(), type, body, seal
       from store.events where position = $3`,
      [stream, revision, other.position],
    );
    return [{ stream, revision }];
  },
  'two events exchanged': async (db, row, rows) => {
    const other = any(rows.filter(({ position }) => position !== row.position));
    for (const [one, by] of [
      [row, other],
      [other, row],
    ] as const)
      await db.query(`update store.events set body = $3, seal = $4 ${where}`, [
        one.stream,
        one.revision,
        by.body,
        by.seal,
      ]);
    return [placeOf(row), placeOf(other)];
  },
};

/** A single random change of the stored events by whoever has the database, put right again afterwards. */
export class RowTampers {
  private constructor(
    private readonly parts: AuditParts,
    private readonly outside: string,
    private readonly rows: readonly Row[],
  ) {}

  static async over(parts: AuditParts, outside: string): Promise<RowTampers> {
    await parts.pool.query('create table kept_events as select * from store.events');
    const { rows } = await parts.pool.query<Row>(
      `select position, stream, revision, body, seal from store.events where stream like 'target-%' order by position`,
    );
    return new RowTampers(parts, outside, rows);
  }

  async once(): Promise<Tamper> {
    const { pool } = this.parts;
    const [kind, change] = any(Object.entries(CHANGES));
    const expected = await change(pool, any(this.rows), this.rows);
    const said = (await this.broken()) ?? null;
    await pool.query(
      `begin; set local synchronous_commit = off; delete from store.events; insert into store.events overriding system value select * from kept_events; commit`,
    );
    return { kind, expected, said };
  }

  /** As an auditor looks: the whole feed against the copy outside, then every stream by itself. */
  private async broken(): Promise<Place | undefined> {
    const { firstBad } = await checkHistory(this.parts, this.outside);
    if (firstBad) return firstBad;
    const streams = new Set(this.rows.map(({ stream }) => stream));
    for (const stream of streams) {
      const bad = verifyStream(await this.parts.store.readStream(stream)).firstBad;
      if (bad) return { stream, revision: bad.revision };
    }
    return undefined;
  }
}
