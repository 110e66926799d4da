import type pg from 'pg';
import type { Position, StoredEvent } from '#event-store';
import {
  Frontier,
  leafData,
  leafHash,
  rootOver,
  subtreesOf,
  type Range,
  type Subtree,
} from '../log/index.ts';

/** The log as far as it has followed the feed. */
export interface LogState {
  /** How many leaves. */
  size: number;
  /** The feed's position up to which every event has its leaf; `null` = none yet. */
  position: Position | null;
}

/** A whole subtree that is written down. */
interface Row extends Subtree {
  hash: Buffer;
}

/** `moved`: another worker wrote these events meanwhile; nothing was done. */
export type Extended = 'extended' | 'moved';

export async function logState(db: pg.Pool | pg.ClientBase): Promise<LogState> {
  const { rows } = await db.query<{ size: string; position: Position | null }>(
    'select size, position from audit.log where id = 1',
  );
  return { size: Number(rows[0]?.size ?? 0), position: rows[0]?.position ?? null };
}

/**
 * Adds a leaf for every event of a batch, in one transaction that begins by locking the log and gives up if it is not
 * where the batch begins: each event has exactly one leaf, however many workers follow the feed.
 */
export async function extendLog(
  pool: pg.Pool,
  batch: { events: readonly StoredEvent[]; from: Position | null; to: Position },
): Promise<Extended> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select from audit.log where id = 1 for update');
    const { size, position } = await logState(client);
    if (position === batch.from) await writeLeaves(client, size, batch);
    await client.query('commit');
    client.release();
    return position === batch.from ? 'extended' : 'moved';
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function writeLeaves(
  client: pg.ClientBase,
  size: number,
  { events, to }: { events: readonly StoredEvent[]; to: Position },
): Promise<void> {
  const frontier = new Frontier(size, await subtreeHashes(client, subtreesOf({ from: 0, to: size })));
  const completed = events.flatMap((event) => frontier.add(leafHash(leafData(event))));
  const leaves = completed.filter(({ level }) => level === 0);
  await client.query({
    name: 'audit-leaves',
    text: `insert into audit.leaf (leaf, stream, revision, hash)
           select * from unnest($1::bigint[], $2::text[], $3::int[], $4::bytea[])`,
    values: [
      leaves.map(({ index }) => index),
      events.map(({ stream }) => stream),
      events.map(({ revision }) => revision),
      leaves.map(({ hash }) => hash),
    ],
  });
  await writeNodes(
    client,
    completed.filter(({ level }) => level > 0),
  );
  await client.query('update audit.log set size = $1, position = $2 where id = 1', [frontier.size, to]);
}

async function writeNodes(client: pg.ClientBase, nodes: readonly Row[]): Promise<void> {
  await client.query({
    name: 'audit-nodes',
    text: `insert into audit.node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
    values: [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
  });
}

/** @throws Error where the log is not as large as that */
export async function hashesOf(db: pg.Pool | pg.ClientBase, ranges: readonly Range[]): Promise<Buffer[]> {
  const parts = ranges.map(subtreesOf);
  const hashes = await subtreeHashes(db, parts.flat());
  let taken = 0;
  return parts.map((part) => rootOver(hashes.slice(taken, (taken += part.length))));
}

async function subtreeHashes(db: pg.Pool | pg.ClientBase, subtrees: readonly Subtree[]): Promise<Buffer[]> {
  const { rows } = await db.query<{ hash: Buffer | null }>({
    name: 'audit-subtrees',
    text: `select coalesce(n.hash, l.hash) as hash
           from unnest($1::int[], $2::bigint[]) with ordinality w (level, index, no)
           left join audit.node n on n.level = w.level and n.index = w.index
           left join audit.leaf l on w.level = 0 and l.leaf = w.index
           order by w.no`,
    values: [subtrees.map(({ level }) => level), subtrees.map(({ index }) => index)],
  });
  return rows.map(({ hash }, index) => {
    if (hash === null) throw new Error(`The log lacks subtree ${JSON.stringify(subtrees[index])}.`);
    return hash;
  });
}

/** Which leaf each event of a stream has, by revision; those that the log has not followed to are absent. */
export async function leavesOf(db: pg.Pool, stream: string): Promise<Map<number, number>> {
  const { rows } = await db.query<{ leaf: string; revision: number }>({
    name: 'audit-leaves-of',
    text: 'select leaf, revision from audit.leaf where stream = $1 order by revision',
    values: [stream],
  });
  return new Map(rows.map(({ leaf, revision }) => [revision, Number(leaf)]));
}

/** Which of the streams began before the log had that size. */
export async function streamsWithin(
  db: pg.Pool,
  streams: readonly string[],
  size: number,
): Promise<Set<string>> {
  const { rows } = await db.query<{ stream: string }>(
    'select stream from audit.leaf where stream = any($1::text[]) and revision = 0 and leaf < $2',
    [streams, size],
  );
  return new Set(rows.map(({ stream }) => stream));
}
