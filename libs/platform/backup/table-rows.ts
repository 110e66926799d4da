import type pg from 'pg';
import type { TableShape } from './tables.ts';

type Named = Pick<TableShape, 'table' | 'columns'>;

/** Bodies of events go up to a megabyte. */
const AT_ONCE = 200;
const LARGEST_BATCH = 4_000_000;

/** The rows of a table as JSON texts, by a cursor: a batch of them is in memory. The client is in a transaction. */
export async function* rowsOf(client: pg.ClientBase, { table, columns }: Named): AsyncGenerator<string> {
  const order = columns.includes('position') && table === 'store.events' ? 'order by position' : '';
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(r)::text as row from (select ${list} from ${table} ${order}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${String(AT_ONCE)} from backup_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < AT_ONCE) break;
  }
  await client.query('close backup_rows');
}

/** Puts rows back, in their order, and sets the table's counters after the last of them. Answers how many there were. */
export async function putRows(
  client: pg.ClientBase,
  { table, columns }: Named,
  lines: AsyncIterable<string>,
): Promise<number> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const text = `insert into ${table} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${table}, $1::json)`;
  let count = 0;
  for await (const batch of batchesOf(lines)) {
    await client.query(text, [`[${batch.join(',')}]`]);
    count += batch.length;
  }
  for (const column of columns) await setCounter(client, table, column);
  return count;
}

async function* batchesOf(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for await (const line of lines) {
    batch.push(line);
    size += line.length;
    if (batch.length < AT_ONCE && size < LARGEST_BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

async function setCounter(client: pg.ClientBase, table: string, column: string): Promise<void> {
  const { rows } = await client.query<{ sequence: string | null }>(
    'select pg_get_serial_sequence($1, $2) as sequence',
    [table, column],
  );
  const sequence = rows[0]?.sequence;
  if (sequence === null || sequence === undefined) return;
  const name = client.escapeIdentifier(column);
  await client.query(
    `select setval($1, greatest(coalesce(max(${name}), 0), 1), max(${name}) is not null) from ${table}`,
    [sequence],
  );
}
